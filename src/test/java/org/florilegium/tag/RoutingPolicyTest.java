package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingPolicyTest {
    private static final Map<String, Score> CLEAR = Map.of("harm.threat", Fixtures.score(0.1, Call.NO));
    private static final Map<String, Score> NEAR = Map.of("harm.threat", Fixtures.score(0.78, Call.ABSTAIN));
    private static final Map<String, Score> NEAR_OTHER =
            Map.of("prosocial.gratitude", Fixtures.score(0.78, Call.ABSTAIN));

    @TempDir
    Path temp;

    private final Decisions decisions = new Decisions();
    private ClassifierSpec second;

    @BeforeEach
    void writeClassifiers() throws Exception {
        decisions.add(ClassifierFolder.read(Fixtures.classifier(temp, "first", 1)));
        second = ClassifierFolder.read(Fixtures.classifier(temp, "second", 2)).spec();
    }

    @Test
    void sendsPassagesNearAHarmDecision() {
        RoutingPolicy policy = new RoutingPolicy(TagSpec.Mode.AUTO, 0.05, 0, 1);

        assertThat(policy.sends("d/0", 0, "en", NEAR, decisions, second)).isTrue();
        assertThat(policy.sends("d/0", 0, "en", CLEAR, decisions, second)).isFalse();
        assertThat(policy.sends("d/0", 0, "en", NEAR_OTHER, decisions, second)).isFalse();
    }

    @Test
    void sendsNothingInALanguageTheCardDoesNotName() {
        RoutingPolicy policy = new RoutingPolicy(TagSpec.Mode.ALL, 1, 1, 1);

        assertThat(policy.sends("d/0", 0, "fr", NEAR, decisions, second)).isFalse();
        assertThat(policy.sends("d/0", 0, "en", CLEAR, decisions, second)).isTrue();
    }

    @Test
    void sendsNothingInModeTierOne() {
        RoutingPolicy policy = new RoutingPolicy(TagSpec.Mode.TIER1, 1, 1, 1);

        assertThat(policy.sends("d/0", 0, "en", NEAR, decisions, second)).isFalse();
    }

    @Test
    void drawsTheAuditShareByIdAndSeed() {
        RoutingPolicy policy = new RoutingPolicy(TagSpec.Mode.AUTO, 0, 0.1, 1);
        RoutingPolicy again = new RoutingPolicy(TagSpec.Mode.AUTO, 0, 0.1, 1);
        RoutingPolicy otherSeed = new RoutingPolicy(TagSpec.Mode.AUTO, 0, 0.1, 2);

        boolean[] drawn = draw(policy);

        assertThat(IntStream.range(0, drawn.length).filter(i -> drawn[i]).count())
                .isBetween(900L, 1100L);
        assertThat(draw(again)).isEqualTo(drawn);
        assertThat(draw(otherSeed)).isNotEqualTo(drawn);
    }

    private static boolean[] draw(RoutingPolicy policy) {
        boolean[] drawn = new boolean[10_000];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = policy.audited("d" + i + "/0", 0);
        }
        return drawn;
    }
}
