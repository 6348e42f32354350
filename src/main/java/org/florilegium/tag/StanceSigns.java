package org.florilegium.tag;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The surface signs of one language, counted in one pass over a text.
 *
 * <p>Signs stand in {@code stance.yaml} by language and stance. They are looked up by their first two characters at the start
 * of every word, or by the first at every character in a script without spaces.
 */
final class StanceSigns {
    private static final int BUCKETS = 1024;

    private record Sign(int number, String text, boolean open, int stance) {}

    private static final StanceSigns NONE = new StanceSigns(false);
    private static final Map<String, StanceSigns> BY_LANGUAGE = read();

    private final List<List<Sign>> byStart = new ArrayList<>();
    private final boolean dense;
    private int size;

    private StanceSigns(boolean dense) {
        this.dense = dense;
        for (int i = 0; i < BUCKETS; i++) {
            byStart.add(new ArrayList<>(0));
        }
    }

    /** The signs of a primary language subtag, empty of signs where none are known. */
    static StanceSigns of(String language) {
        StanceSigns signs = BY_LANGUAGE.get(language);
        return signs == null ? NONE : signs;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds to {@code counts}, one for each stance of {@link Stance#NAMES}, the different signs in a {@link #plain} text. */
    void count(String plain, int[] counts) {
        BitSet seen = new BitSet(size);
        for (int at = 0; at + (dense ? 0 : 1) < plain.length(); at++) {
            if (!dense && at > 0 && plain.charAt(at - 1) != ' ') {
                continue;
            }
            List<Sign> signs = byStart.get(bucket(plain, at));
            for (int i = 0; i < signs.size(); i++) {
                count(signs.get(i), plain, at, seen, counts);
            }
        }
    }

    private void count(Sign sign, String plain, int at, BitSet seen, int[] counts) {
        if (plain.startsWith(sign.text(), at)
                && ends(plain, at + sign.text().length(), sign)
                && !seen.get(sign.number())) {
            seen.set(sign.number());
            counts[sign.stance()]++;
        }
    }

    private boolean ends(String plain, int end, Sign sign) {
        return dense || sign.open() || end >= plain.length() || plain.charAt(end) == ' ';
    }

    private int bucket(String text, int at) {
        int start = dense ? text.charAt(at) : text.charAt(at) * 31 + text.charAt(at + 1);
        return start & BUCKETS - 1;
    }

    /** Lower case, with one space for every run of what is no letter, mark, digit or apostrophe within a word. */
    static String plain(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOfWord(c, space)) {
                out.append(c == '\u2019' ? '\'' : Character.toLowerCase(c));
                space = false;
            } else if (!space) {
                out.append(' ');
                space = true;
            }
        }
        return out.toString();
    }

    private static boolean isOfWord(char c, boolean first) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '\'' && !first;
        }
        return c == '\u2019'
                ? !first
                : Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c) || c == '\u200C';
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void add(String sign, int stance) {
        boolean open = sign.endsWith("*");
        String text = Normalizer.normalize(
                        plain(open ? sign.substring(0, sign.length() - 1) : sign), Normalizer.Form.NFC)
                .strip();
        if (text.length() < (dense ? 1 : 2)) {
            throw new IllegalStateException("stance.yaml: a sign must have two characters or more, was '" + sign + "'");
        }
        byStart.get(bucket(text, 0)).add(new Sign(size, text, open, stance));
        size++;
    }

    private static Map<String, StanceSigns> read() {
        Map<String, StanceSigns> all = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(StanceSigns.class.getResourceAsStream("stance.yaml"))) {
            Map<String, Map<String, List<String>>> file = new YAMLMapper().readValue(in, new TypeReference<>() {});
            file.forEach((language, stances) -> {
                StanceSigns signs =
                        new StanceSigns(List.of("zh", "lzh", "ja").contains(language.toLowerCase(Locale.ROOT)));
                stances.forEach((stance, list) -> list.forEach(sign -> signs.add(sign, number(stance))));
                all.put(language, signs);
            });
        } catch (IOException e) {
            throw new IllegalStateException("cannot read stance.yaml", e);
        }
        return Map.copyOf(all);
    }

    private static int number(String stance) {
        int number = Stance.NAMES.indexOf(stance);
        if (number < 0) {
            throw new IllegalStateException(
                    "stance.yaml: expected one of " + Stance.NAMES + ", found '" + stance + "'");
        }
        return number;
    }
}
