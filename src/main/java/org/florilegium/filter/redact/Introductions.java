package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words in front of a name that somebody gives as theirs, or that a form asks for. */
final class Introductions {
    private static final List<String> PHRASES = List.of(
            "my name is",
            "my name's",
            "my name’s",
            "my full name is",
            "my first name is",
            "my last name is",
            "maiden name is",
            "my name",
            "wife's name",
            "husband's name",
            "partner's name",
            "everyone calls me",
            "hello, this is",
            "hello this is",
            "hi, this is",
            "name:",
            "full name:",
            "first name:",
            "last name:",
            "contact name:",
            "surname:",
            "je m'appelle",
            "je m’appelle",
            "mon nom est",
            "nom:",
            "nom :",
            "prénom:",
            "prénom :",
            "mein name ist",
            "ich heiße",
            "ich heisse",
            "vorname:",
            "nachname:",
            "me llamo",
            "mi nombre es",
            "nombre:",
            "apellido:",
            "apellidos:",
            "mi chiamo",
            "il mio nome è",
            "cognome:",
            "nome:",
            "meu nome é",
            "chamo-me",
            "me chamo",
            "ik heet",
            "mijn naam is",
            "naam:",
            "jag heter",
            "mitt namn är",
            "jeg heter",
            "jeg hedder",
            "nimeni on",
            "nimi:",
            "nazywam się",
            "mam na imię",
            "imię:",
            "imię i nazwisko:",
            "jmenuji se",
            "volám sa",
            "mă numesc",
            "benim adım",
            "меня зовут",
            "моё имя",
            "фио:",
            "имя:",
            "мене звати",
            "με λένε",
            "nama saya",
            "nama:",
            "tên tôi là",
            "jina langu ni",
            "我叫",
            "我的名字是",
            "姓名：",
            "姓名:",
            "私の名前は",
            "氏名：",
            "氏名:",
            "제 이름은",
            "이름:");

    /** From Thai on, scripts set no space between words. */
    private static final char FIRST_UNSPACED = '\u0E00';

    private static final Map<Integer, List<String>> BY_END = byEnd();

    private Introductions() {}

    private static Map<Integer, List<String>> byEnd() {
        Map<Integer, List<String>> byEnd = new HashMap<>();
        for (String phrase : PHRASES) {
            byEnd.computeIfAbsent(end(phrase, phrase.length()), end -> new ArrayList<>())
                    .add(phrase);
            String capitals = phrase.toUpperCase(Locale.ROOT);
            byEnd.computeIfAbsent(end(capitals, capitals.length()), end -> new ArrayList<>())
                    .add(phrase);
        }
        return byEnd;
    }

    private static int end(String text, int end) {
        return text.charAt(end - 2) << 16 | text.charAt(end - 1);
    }

    /** Whether a phrase, and at most two spaces behind it, ends at {@code end}. */
    static boolean endAt(String text, int end) {
        int last = end;
        while (last > 0 && end - last < 2 && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (last < 2) {
            return false;
        }
        for (String phrase : BY_END.getOrDefault(end(text, last), List.of())) {
            int start = last - phrase.length();
            boolean spaced = phrase.charAt(0) < FIRST_UNSPACED;
            if (start >= 0
                    && text.regionMatches(true, start, phrase, 0, phrase.length())
                    && !(spaced && start > 0 && Character.isLetter(text.charAt(start - 1)))
                    && !(spaced && last == end)) {
                return true;
            }
        }
        return false;
    }
}
