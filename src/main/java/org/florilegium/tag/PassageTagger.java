package org.florilegium.tag;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;
import org.florilegium.document.UnprocessableDocumentException;

/** All installed taggers of a worker: the first tier on every text, the second where the policy sends it. */
public final class PassageTagger implements AutoCloseable {
    private record Open(ClassifierFolder folder, Tagger tagger) {}

    private final List<Open> first = new ArrayList<>();
    private final List<Open> second = new ArrayList<>();
    private final Decisions decisions = new Decisions();
    private final RoutingPolicy policy;

    private PassageTagger(RoutingPolicy policy) {
        this.policy = policy;
    }

    /**
     * Opens every classifier under a folder; those of tier two only where the policy can use them.
     *
     * @throws ClassifierException when a folder or model cannot be used
     */
    public static PassageTagger open(TagSpec spec, TaggerOpener opener) {
        return open(ClassifierFolder.readAll(Path.of(spec.classifiers())), RoutingPolicy.of(spec), opener);
    }

    static PassageTagger open(List<ClassifierFolder> folders, RoutingPolicy policy, TaggerOpener opener) {
        PassageTagger tagger = new PassageTagger(policy);
        try {
            for (ClassifierFolder folder : folders) {
                tagger.add(folder, opener);
            }
        } catch (RuntimeException e) {
            tagger.close();
            throw e;
        }
        return tagger;
    }

    private void add(ClassifierFolder folder, TaggerOpener opener) {
        boolean early = folder.spec().tier() == Tier.ONE;
        if (early) {
            decisions.add(folder);
        }
        if (early || policy.mode() != TagSpec.Mode.TIER1) {
            (early ? first : second).add(new Open(folder, opener.open(folder)));
        }
    }

    /**
     * Scores one passage.
     *
     * @param id of the row and {@code start} of the passage, by which the audit share is drawn
     * @param language BCP-47 tag of the passage
     */
    public TaggedText tag(String id, int start, String text, String language) throws UnprocessableDocumentException {
        Map<String, Score> scores = new TreeMap<>();
        for (Open open : first) {
            scores.putAll(open.tagger().score(text, language));
        }
        Map<String, Score> early = Map.copyOf(scores);
        Tier tier = first.isEmpty() ? Tier.NONE : Tier.ONE;
        for (Open open : second) {
            if (policy.sends(
                    id, start, language, early, decisions, open.folder().spec())) {
                Map<String, Score> late = open.tagger().score(text, language);
                scores.putAll(open.folder().join(scores, late, language, this::isCalibratedEarly));
                tier = Tier.TWO;
            }
        }
        return new TaggedText(scores, tier);
    }

    private boolean isCalibratedEarly(String label) {
        return first.stream().anyMatch(open -> open.folder().spec().calibrates(label));
    }

    @Override
    public void close() {
        first.forEach(open -> open.tagger().close());
        second.forEach(open -> open.tagger().close());
        first.clear();
        second.clear();
    }
}
