package org.florilegium.curate;

import java.util.List;
import java.util.Map;
import org.florilegium.balance.Target;
import org.florilegium.document.Attribution;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;

/** Rows and profiles for tests. */
final class Rows {
    static final List<String> LABELS = List.of("harm.hate", "virtue.wisdom");
    static final byte YES = Call.YES.code();
    static final byte NO = Call.NO.code();

    private Rows() {}

    static Features plain(String id, String language, String tradition, double probability) {
        return row(id, language, tradition, probability, "source", "cc0", List.of(), Map.of(), List.of());
    }

    static Features row(
            String id,
            String language,
            String tradition,
            double probability,
            String source,
            String licence,
            List<String> consents,
            Map<String, Score> scores,
            List<Features.PassageMarks> passages) {
        List<Attribution> traditions =
                tradition.isEmpty() ? List.of() : List.of(new Attribution(tradition, probability, "of", List.of()));
        return new Features(
                id,
                0,
                100,
                language,
                source,
                licence,
                consents,
                "insider",
                List.of(),
                traditions,
                scores,
                List.of(),
                passages);
    }

    /** A row of two passages, the first of which hates, with the given stance. */
    static Features hating(String stance, int firstLength, double lo) {
        return row(
                "id",
                "en",
                "stoic",
                .9,
                "source",
                "cc0",
                List.of(),
                Map.of("harm.hate", new Score(.99, lo, .99, Call.YES, Tier.TWO)),
                List.of(
                        new Features.PassageMarks(0, firstLength, stance, new byte[] {YES, NO}),
                        new Features.PassageMarks(firstLength, 100, "educates", new byte[] {NO, YES})));
    }

    static Profile profile(String name, double budget, List<Target> wants) {
        return new Profile(
                name,
                "steward of " + name,
                "",
                budget,
                List.of("hedonic"),
                wants,
                List.of(new LabelRule("harm.*", List.of("endorses", "enables"), .95)),
                .5,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                false);
    }
}
