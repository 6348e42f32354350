package org.florilegium.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out what stands at the edge of pages and is not of their text: lines that are the same on at least three pages but
 * for their numbers, and numbers that count the pages.
 */
final class PdfFurniture {
    private static final int FEWEST_PAGES = 3;
    private static final int ROWS = 3;
    private static final double EDGE = 0.15; // of the page's height
    private static final String NUMERALS = "ivxlcdm";
    private static final int[] WORTH = {1, 5, 10, 50, 100, 500, 1000};
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[^\\p{L}\\p{N}]*(?:\\p{L}{1,6}\\.?\\s+)?(\\d{1,4}|[ivxlcdm]{1,8})(?:\\s*(?:/|of|von|de|sur|di|из)\\s*\\d{1,4})?[^\\p{L}\\p{N}]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_AN_END = Pattern.compile("(?:^(\\d{1,4})\\s+(\\D.*)$)|(?:^(.*\\D)\\s+(\\d{1,4})$)");

    private final Map<String, Set<Integer>> pagesOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> pagesOfOffset = new HashMap<>();

    private PdfFurniture() {}

    /** {@code lines} without heads, feet and page numbers. */
    static List<PdfLine> without(List<PdfLine> lines) {
        List<PdfLine> edge = edges(lines);
        PdfFurniture furniture = new PdfFurniture();
        edge.forEach(furniture::count);
        Set<PdfLine> out = new HashSet<>();
        for (PdfLine line : edge) {
            if (furniture.isRepeated(line) || furniture.countsPages(line)) {
                out.add(line);
            }
        }
        return lines.stream().filter(line -> !out.contains(line)).toList();
    }

    /** Lines of the outermost rows of each page. */
    private static List<PdfLine> edges(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages = new TreeMap<>();
        lines.forEach(line ->
                pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line));
        List<PdfLine> edge = new ArrayList<>();
        for (List<PdfLine> page : pages.values()) {
            List<PdfLine> down = new ArrayList<>(page);
            down.sort(Comparator.comparingDouble(PdfLine::y));
            rows(down).stream().filter(line -> line.y() < EDGE * line.height()).forEach(edge::add);
            List<PdfLine> up = new ArrayList<>(down);
            java.util.Collections.reverse(up);
            rows(up).stream()
                    .filter(line -> line.y() > (1 - EDGE) * line.height())
                    .forEach(edge::add);
        }
        return edge;
    }

    private static List<PdfLine> rows(List<PdfLine> ordered) {
        List<PdfLine> found = new ArrayList<>();
        int rows = 0;
        double last = Double.NaN;
        for (PdfLine line : ordered) {
            if (!(Math.abs(line.y() - last) < 0.5 * line.size())) {
                rows++;
            }
            if (rows > ROWS) {
                break;
            }
            last = line.y();
            found.add(line);
        }
        return found;
    }

    private void count(PdfLine line) {
        pagesOf.computeIfAbsent(key(line, line.text()), key -> new HashSet<>()).add(line.page());
        Matcher ends = AT_AN_END.matcher(line.text());
        if (ends.matches()) {
            pagesOf.computeIfAbsent(key(line, words(ends)), key -> new HashSet<>())
                    .add(line.page());
        }
        int number = pageNumber(line.text());
        if (number > 0) {
            pagesOfOffset
                    .computeIfAbsent(number - line.page(), offset -> new HashSet<>())
                    .add(line.page());
        }
    }

    private boolean isRepeated(PdfLine line) {
        Matcher ends = AT_AN_END.matcher(line.text());
        return pages(key(line, line.text())) >= FEWEST_PAGES
                || (ends.matches() && pages(key(line, words(ends))) >= FEWEST_PAGES);
    }

    private boolean countsPages(PdfLine line) {
        int number = pageNumber(line.text());
        return number > 0
                && pagesOfOffset.getOrDefault(number - line.page(), Set.of()).size() > 1;
    }

    private int pages(String key) {
        return pagesOf.getOrDefault(key, Set.of()).size();
    }

    private static String words(Matcher ends) {
        return ends.group(2) == null ? ends.group(3) : ends.group(2);
    }

    /** Side of the page and text, numbers aside; a line of numbers only is no running head. */
    private static String key(PdfLine line, String text) {
        String plain = NUMBER.matcher(text.strip()).replaceAll("0").toLowerCase(Locale.ROOT);
        boolean words = plain.codePoints().anyMatch(Character::isLetter);
        return (line.y() < line.height() / 2 ? "top " : "foot ") + (words ? plain : line.page() + " " + plain);
    }

    /** The number that is all there is in {@code text}, 0 where it is something else. */
    private static int pageNumber(String text) {
        Matcher number = PAGE_NUMBER.matcher(text);
        if (!number.matches()) {
            return 0;
        }
        String found = number.group(1);
        return Character.isDigit(found.charAt(0)) ? Integer.parseInt(found) : roman(found.toLowerCase(Locale.ROOT));
    }

    private static int roman(String numeral) {
        int sum = 0;
        int previous = 0;
        for (int i = numeral.length() - 1; i >= 0; i--) {
            int worth = WORTH[NUMERALS.indexOf(numeral.charAt(i))];
            sum += worth < previous ? -worth : worth;
            previous = Math.max(previous, worth);
        }
        return sum;
    }
}
