package org.florilegium.filter;

import static org.florilegium.filter.Measure.ratio;

import java.util.List;

/** What FineWeb's own rules measure, as datatrove 0.10 counts: lines between line feeds that are not blank. */
final class FineWebMeasures {
    private FineWebMeasures() {}

    static List<Measure> all() {
        return List.of(
                Measure.number("content_lines", (text, dialect) -> lines(text).count()),
                Measure.fraction("end_mark_line_fraction", (text, dialect) -> {
                            int marked = lines(text).endingIn(dialect.codePoints(Setting.END_MARKS));
                            return ratio(marked, lines(text).count());
                        })
                        .needing(Setting.END_MARKS),
                Measure.fraction("short_line_fraction", (text, dialect) -> {
                            int brief = lines(text).upTo(dialect.number(Setting.SHORT_LINE));
                            return ratio(brief, lines(text).count());
                        })
                        .needing(Setting.SHORT_LINE),
                Measure.fraction(
                        "duplicate_content_line_character_fraction",
                        (text, dialect) -> ratio(
                                lines(text).repeatedCodePoints(),
                                text.codePoints() - lines(text).lineFeeds())),
                Measure.number(
                                "line_feeds_per_word",
                                (text, dialect) -> ratio(
                                        lines(text).lineFeeds(),
                                        text.get(dialect.words()).count()))
                        .needingWords());
    }

    private static ContentLines lines(TextParts text) {
        return text.get(ContentLines.OF);
    }
}
