package org.florilegium.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts right UTF-8 that was read as windows-1252, where that is certain.
 *
 * <p>Certain means: every character beyond ASCII is one of windows-1252, all of them together are valid UTF-8, what they
 * say is written in scripts of today, and there are at least three of them or one that no language spells.
 */
final class Mojibake {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int ENOUGH = 3;
    private static final Map<Character, Byte> BYTES = bytes();

    private Mojibake() {}

    /** {@code text} repaired, or {@code text} itself. */
    static String repair(String text) {
        byte[] bytes = new byte[text.length()];
        int high = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Byte b = c < 0x80 ? Byte.valueOf((byte) c) : BYTES.get(c);
            if (b == null) {
                return text;
            }
            bytes[i] = b;
            high += c < 0x80 ? 0 : 1;
        }
        return high < 2 ? text : decoded(text, bytes);
    }

    private static String decoded(String text, byte[] bytes) {
        try {
            String meant = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            long found = meant.codePoints().filter(c -> c >= 0x80).count();
            boolean plausible = meant.codePoints().filter(c -> c >= 0x80).allMatch(Mojibake::isPlausible);
            return plausible && (found >= ENOUGH || isUnspelled(text)) ? meant : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static boolean isUnspelled(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char next = text.charAt(i + 1);
            if ((text.charAt(i) == 'Ã' && next >= 0xA1 && next <= 0xBF) || (text.charAt(i) == 'â' && next == '€')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlausible(int c) {
        int category = UCharacter.getType(c);
        if (category == UCharacterCategory.CONTROL
                || category == UCharacterCategory.UNASSIGNED
                || category == UCharacterCategory.PRIVATE_USE) {
            return false;
        }
        int script = UScript.getScript(c);
        boolean shared = script == UScript.COMMON || script == UScript.INHERITED;
        return shared || (UScript.getUsage(script) == UScript.ScriptUsage.RECOMMENDED && !(c >= 0x250 && c < 0x2B0));
    }

    private static Map<Character, Byte> bytes() {
        Map<Character, Byte> bytes = new HashMap<>();
        for (int b = 0x80; b <= 0xFF; b++) {
            char c = new String(new byte[] {(byte) b}, WINDOWS_1252).charAt(0);
            bytes.put(c == '\uFFFD' ? (char) b : c, (byte) b);
        }
        return Map.copyOf(bytes);
    }
}
