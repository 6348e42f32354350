package org.florilegium.filter.redact;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds globally routable IPv4 and IPv6 addresses; private, local, documentation and reserved ones tell nothing of anyone.
 *
 * <p>Four small numbers with dots are as often a version or a place in a book, so they count only beside a word such as
 * {@code IP} or {@code server}.
 */
final class MachineAddressFinder {
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\w.,:-])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w]|\\.\\d|-\\d)");
    private static final Pattern IPV6 = Pattern.compile("(?<![\\w.:])[0-9A-Fa-f:]{6,39}(?![\\w:]|\\.\\d)");
    private static final Pattern CONTEXT =
            Pattern.compile("\\b(?:ip|ipv4|address|addresses|server|host|dns|ping|proxy|gateway|netmask)\\b");
    private static final int CONTEXT_LENGTH = 24;
    private static final int LARGE = 100;

    private MachineAddressFinder() {}

    static void find(String text, List<PersonalSpan> spans) {
        if (hasTwice(text, '.')) {
            Matcher four = IPV4.matcher(text);
            while (four.find()) {
                if (isPublicIpv4(text, four.start(), four.end())) {
                    spans.add(new PersonalSpan(PersonalKind.IP, four.start(), four.end()));
                }
            }
        }
        if (hasTwice(text, ':')) {
            Matcher six = IPV6.matcher(text);
            while (six.find()) {
                if (isPublicIpv6(six.group())) {
                    spans.add(new PersonalSpan(PersonalKind.IP, six.start(), six.end()));
                }
            }
        }
    }

    private static boolean hasTwice(String text, char c) {
        return text.indexOf(c) != text.lastIndexOf(c);
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
