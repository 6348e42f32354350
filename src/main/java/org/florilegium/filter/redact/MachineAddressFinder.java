package org.florilegium.filter.redact;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds globally routable IPv4 and IPv6 addresses; private, local, documentation and reserved ones tell nothing of anyone.
 *
 * <p>Four small numbers with dots are as often a version or a place in a book, so they count only beside a word such as
 * {@code IP} or {@code server}.
 */
final class MachineAddressFinder implements Finder {
    private static final Pattern CONTEXT =
            Pattern.compile("\\b(?:ip|ipv4|address|addresses|server|host|dns|ping|proxy|gateway|netmask)\\b");
    private static final int CONTEXT_LENGTH = 24;
    private static final int LARGE = 100;

    private static final int SHORTEST_IPV6 = 6;
    private static final int LONGEST_IPV6 = 39;

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        Places numbers = marked.numbers();
        for (int i = 0; i < numbers.size(); i++) {
            int start = numbers.get(i);
            int end = ipv4End(text, start);
            if (end > 0 && isPublicIpv4(text, start, end)) {
                spans.add(new PersonalSpan(PersonalKind.IP, start, end));
            }
        }
        findIpv6(text, spans);
    }

    /** Where four groups of digits that begin at {@code start} end, or -1 where there are none. */
    private static int ipv4End(String text, int start) {
        if (start > 0 && isIn(text.charAt(start - 1), ".,:-")) {
            return -1;
        }
        int i = start;
        for (int group = 0; group < 4; group++) {
            int first = i;
            while (i < text.length() && i - first < 3 && isDigit(text.charAt(i))) {
                i++;
            }
            if (i == first || (group < 3 && (i == text.length() || text.charAt(i++) != '.'))) {
                return -1;
            }
        }
        return goesOn(text, i) ? -1 : i;
    }

    private static boolean goesOn(String text, int end) {
        if (end == text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return isWord(c) || (isIn(c, ".-") && end + 1 < text.length() && isDigit(text.charAt(end + 1)));
    }

    /** Looks at every run of hexadecimal digits and colons that has a colon. */
    private static void findIpv6(String text, List<PersonalSpan> spans) {
        int end = 0;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', end)) {
            int start = colon;
            while (start > end && colon - start < 5 && isHexOrColon(text.charAt(start - 1))) {
                start--;
            }
            end = colon + 1;
            while (end < text.length() && isHexOrColon(text.charAt(end))) {
                end++;
            }
            boolean apart = start == 0 || !isIn(text.charAt(start - 1), ".:");
            int length = end - start;
            if (apart
                    && length >= SHORTEST_IPV6
                    && length <= LONGEST_IPV6
                    && !goesOn(text, end)
                    && isPublicIpv6(text.substring(start, end))) {
                spans.add(new PersonalSpan(PersonalKind.IP, start, end));
            }
        }
    }

    private static boolean isHexOrColon(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isIn(char c, String others) {
        return isWord(c) || others.indexOf(c) >= 0;
    }

    private static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isPublicIpv4(String text, int start, int end) {
        String[] parts = text.substring(start, end).split("\\.");
        int[] octets = new int[4];
        boolean large = false;
        for (int i = 0; i < 4; i++) {
            octets[i] = Integer.parseInt(parts[i]);
            if (octets[i] > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
                return false;
            }
            large |= octets[i] >= LARGE;
        }
        return isRoutable(octets) && (large || hasContext(text, start, end));
    }

    private static boolean hasContext(String text, int start, int end) {
        String before =
                text.substring(Math.max(0, start - CONTEXT_LENGTH), start).toLowerCase(Locale.ROOT);
        boolean port = text.startsWith(":", end) && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        return port || before.endsWith("://") || CONTEXT.matcher(before).find();
    }

    /** Whether no block of the IANA special-purpose registry holds the address. */
    private static boolean isRoutable(int[] o) {
        boolean local = o[0] == 0
                || o[0] == 10
                || o[0] == 127
                || (o[0] == 172 && o[1] >= 16 && o[1] <= 31)
                || (o[0] == 192 && o[1] == 168)
                || (o[0] == 169 && o[1] == 254)
                || (o[0] == 100 && o[1] >= 64 && o[1] <= 127);
        boolean reserved = o[0] >= 224
                || (o[0] == 192 && o[1] == 0 && (o[2] == 0 || o[2] == 2))
                || (o[0] == 198 && (o[1] == 18 || o[1] == 19))
                || (o[0] == 198 && o[1] == 51 && o[2] == 100)
                || (o[0] == 203 && o[1] == 0 && o[2] == 113);
        return !local && !reserved;
    }

    private static boolean isPublicIpv6(String literal) {
        long colons = literal.chars().filter(c -> c == ':').count();
        boolean compressed = literal.contains("::");
        if (colons > 7 || colons < 2 || (!compressed && colons != 7)) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = InetAddress.getByName(literal).getAddress(); // a literal with colons is never looked up
        } catch (UnknownHostException e) {
            return false;
        }
        if (bytes.length != 16) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        boolean documentation = first == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && (bytes[3] & 0xFF) == 0xB8;
        boolean local = (first & 0xFE) == 0xFC || (first == 0xFE && (bytes[1] & 0xC0) == 0x80) || first == 0xFF;
        boolean globalUnicast = (first & 0xE0) == 0x20;
        return !documentation && !local && first != 0 && (globalUnicast || !compressed);
    }
}
