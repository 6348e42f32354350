package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All shapes of numbers in one tree, so that a text is walked once for all of them.
 *
 * <p>In a shape, {@code 0} is a digit, {@code A} a Latin letter, {@code X} either, {@code ~} the same separator throughout the
 * shape (none, space or hyphen); space and {@code -./+()} stand for themselves. {@code 000~00~0000} is a number of nine digits
 * in three groups.
 */
final class ShapeTree {
    private static final String SEPARATORS = " -./+()";
    private static final int DIGIT = SEPARATORS.length();
    private static final int LETTER = DIGIT + 1;

    /** A number whose shape ends at a node. */
    record Ending(NationalId id, boolean alone) {}

    /** A place in the tree. */
    static final class Node {
        private final @Nullable Node[] next = new @Nullable Node[LETTER + 1];
        private final List<Ending> endings = new ArrayList<>(2);

        List<Ending> endings() {
            return endings;
        }

        /** The node behind {@code c}, or null where no shape goes on with it. */
        @Nullable
        Node after(char c) {
            int kind = kind(c);
            return kind < 0 ? null : next[kind];
        }
    }

    private final Node root = new Node();

    ShapeTree(List<NationalId> ids) {
        for (NationalId id : ids) {
            id.alone().forEach(shape -> add(shape, new Ending(id, true)));
            id.beside().forEach(shape -> add(shape, new Ending(id, false)));
        }
    }

    Node root() {
        return root;
    }

    private void add(String shape, Ending ending) {
        Stream<String> written = shape.indexOf('~') < 0
                ? Stream.of(shape)
                : Stream.of("", " ", "-").map(separator -> shape.replace("~", separator));
        written.forEach(one -> add(root, one, 0, ending));
    }

    private static void add(Node node, String shape, int at, Ending ending) {
        if (at == shape.length()) {
            node.endings.add(ending);
            return;
        }
        char c = shape.charAt(at);
        if (c == '0' || c == 'X') {
            add(child(node, DIGIT), shape, at + 1, ending);
        }
        if (c == 'A' || c == 'X') {
            add(child(node, LETTER), shape, at + 1, ending);
        }
        int separator = SEPARATORS.indexOf(c);
        if (separator >= 0) {
            add(child(node, separator), shape, at + 1, ending);
        }
    }

    private static Node child(Node node, int kind) {
        Node known = node.next[kind];
        if (known == null) {
            known = new Node();
            node.next[kind] = known;
        }
        return known;
    }

    private static int kind(char c) {
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
            return LETTER;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        return switch (c) {
            case '\u00A0', '\u2009', '\u202F' -> SEPARATORS.indexOf(' ');
            case '\u2010', '\u2011', '\u2012', '\u2013' -> SEPARATORS.indexOf('-');
            default -> SEPARATORS.indexOf(c);
        };
    }
}
