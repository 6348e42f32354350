package org.florilegium.filter.redact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Finds addresses of Bitcoin (Base58Check of 25 bytes; Bech32 and Bech32m of BIP 173 and 350) by their checksums, and of
 * Ethereum by their form.
 */
final class WalletFinder implements Finder {
    private static final int SHORTEST = 14;
    private static final int LONGEST = 90;
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final Pattern LEGACY = Pattern.compile("[13][1-9A-HJ-NP-Za-km-z]{25,34}");
    private static final Pattern SEGWIT = Pattern.compile("bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71}");
    private static final Pattern ETHEREUM = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final int[] GENERATORS = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        Places words = marked.longWords();
        for (int i = 0; i < words.size(); i++) {
            int start = words.get(i);
            int end = start;
            while (end < text.length() && end - start <= LONGEST && isAlphanumeric(text.charAt(end))) {
                end++;
            }
            if (end - start >= SHORTEST
                    && end - start <= LONGEST
                    && marked.standsAlone(start, end)
                    && isWallet(text.substring(start, end))) {
                spans.add(new PersonalSpan(PersonalKind.WALLET, start, end));
            }
        }
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isWallet(String word) {
        return switch (word.charAt(0)) {
            case '1', '3' -> LEGACY.matcher(word).matches() && hasBase58Checksum(word);
            case 'b', 'B' -> SEGWIT.matcher(word).matches() && hasBech32Checksum(word);
            case '0' -> ETHEREUM.matcher(word).matches();
            default -> false;
        };
    }

    private static boolean hasBase58Checksum(String word) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < word.length(); i++) {
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(BASE58.indexOf(word.charAt(i))));
        }
        byte[] magnitude = number.toByteArray();
        int sign = magnitude[0] == 0 ? 1 : 0;
        int length = magnitude.length - sign;
        if (length > 25) {
            return false;
        }
        byte[] bytes = new byte[25];
        System.arraycopy(magnitude, sign, bytes, 25 - length, length);
        byte[] digest = DigestUtils.sha256(DigestUtils.sha256(Arrays.copyOf(bytes, 21)));
        return Arrays.equals(digest, 0, 4, bytes, 21, 25);
    }

    private static boolean hasBech32Checksum(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int remainder = 1;
        for (int value : new int[] {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31}) {
            remainder = step(remainder, value);
        }
        for (int i = 3; i < lower.length(); i++) {
            remainder = step(remainder, BECH32.indexOf(lower.charAt(i)));
        }
        return remainder == 1 || remainder == 0x2bc830a3;
    }

    private static int step(int remainder, int value) {
        int top = remainder >>> 25;
        int next = ((remainder & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATORS.length; i++) {
            if ((top >> i & 1) == 1) {
                next ^= GENERATORS[i];
            }
        }
        return next;
    }
}
