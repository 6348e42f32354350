package org.florilegium.curate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.florilegium.balance.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurateSolverTest {
    private static final Target TRADITION = Target.temperature("tradition", 0);
    private static final Target LANGUAGE = Target.temperature("language", .5);
    private static final List<Profile> TWO = List.of(
            Rows.profile("broad", 2, List.of(TRADITION, LANGUAGE)),
            Rows.profile("narrow", 1, List.of(Target.temperature("tradition", 1).withShares(Map.of("islamic", .5)))));

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void sameRowsInAnyOrderGiveTheSameChoices(Aggregation aggregation) {
        List<Features> rows = rows(600);
        List<Features> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));

        CurationPlan one = plan(aggregation, TWO, rows, Set.of("islamic"));
        CurationPlan other = plan(aggregation, TWO, shuffled, Set.of("islamic"));

        assertThat(other.weights()).isEqualTo(one.weights());
        rows.forEach(row -> assertThat(other.choose(row)).isEqualTo(one.choose(row)));
        assertThat(audit(other, shuffled)).isEqualTo(audit(one, rows));
    }

    @Test
    void chargesEveryRowToOneOfTheProfilesThatTakeIt() {
        List<Features> rows = rows(3000);
        CurationPlan plan = plan(Aggregation.QUOTA, TWO, rows, Set.of());

        long broad = rows.stream()
                .filter(row -> plan.choose(row).chargedTo().equals("broad"))
                .count();

        assertThat(broad).isBetween(1900L, 2100L);
        assertThat(plan.choose(rows.get(0)).profiles()).containsExactly("broad", "narrow");
    }

    @Test
    void holdsUnreviewedAndUnknownTraditionsToOneCopy() {
        List<Features> rows = rows(600);
        CurateSolver solver = solver(Aggregation.QUOTA, TWO, Set.of("islamic"), 2.0);
        rows.forEach(solver::add);

        CurationPlan plan = solver.solve();

        for (Features row : rows) {
            int most = row.leadingTradition().equals("islamic") ? 4 : 1;
            assertThat(plan.choose(row).copies()).isLessThanOrEqualTo(most);
        }
        assertThat(rows.stream().mapToInt(row -> plan.choose(row).copies()).max())
                .hasValue(4);
        assertThat(audit(plan, rows).heldTraditions()).containsOnlyKeys("christian");
    }

    @Test
    void reportsWhatWasAimedAtAndReached() {
        List<Features> rows = rows(3000);

        Audit audit = audit(plan(Aggregation.QUOTA, TWO, rows, Set.of("islamic", "christian")), rows);

        assertThat(audit.rows()).isEqualTo(3000);
        assertThat(audit.mixtures()).hasSize(2);
        assertThat(audit.mixtures().get(0).dimensions().get(0).totalVariationExpected())
                .isLessThan(.001);
        assertThat(audit.comparisons()).hasSize(8);
        assertThat(audit.losses()).extracting(Audit.Loss::cell).contains("ar", "en", "unknown", "christian");
    }

    @Test
    void namesTheRuleThatTookMostOfALanguage() {
        List<Features> rows = new ArrayList<>(rows(100));
        CurationPlan plan = plan(Aggregation.QUOTA, TWO, rows, Set.of());
        AuditTally tally = plan.tally();
        rows.forEach(row -> tally.add(row, plan.choose(row)));

        for (int i = 0; i < 12; i++) {
            tally.addExclusion("sw", i < 9 ? "repetition" : "empty");
        }

        assertThat(tally.audit().losses())
                .filteredOn(loss -> loss.cell().equals("sw"))
                .singleElement()
                .extracting(Audit.Loss::ruleToBlame)
                .isEqualTo("repetition");
        assertThat(tally.audit().losses())
                .filteredOn(loss -> loss.cell().equals("en"))
                .extracting(Audit.Loss::ruleToBlame)
                .containsExactly("");
    }

    @Test
    void leavesNearDuplicatesToTheirKeeper() {
        Features row = Rows.plain("b", "en", "", 0);
        CurateSolver solver = new CurateSolver(
                CurateSpec.defaults(), TWO, Rows.LABELS, Set.of(), NonNegotiables.DEFAULT, "a"::equals, "seed");
        solver.add(row);

        Choice choice = solver.solve().choose(row);

        assertThat(choice.released()).isFalse();
        assertThat(choice.reason()).isEqualTo("near_duplicate");
    }

    @Test
    void worksOnNoRowsAtAll() {
        CurationPlan plan = plan(Aggregation.NASH, TWO, List.of(), Set.of());

        assertThat(plan.tally().audit().rows()).isZero();
    }

    @Test
    void writesTheAuditAsJson() throws JsonProcessingException {
        List<Features> rows = rows(60);

        String json = new ObjectMapper().writeValueAsString(audit(plan(Aggregation.QUOTA, TWO, rows, Set.of()), rows));

        assertThat(json).contains("\"released_rows\":", "\"total_variation_drawn\":", "\"least_utility\":");
    }

    private static List<Features> rows(int count) {
        List<Features> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String tradition = i % 10 == 0 ? "islamic" : i % 3 == 0 ? "" : "christian";
            String language = i % 9 == 0 ? "ar" : i % 31 == 0 ? "und" : "en";
            rows.add(Rows.row(
                    "id" + i,
                    language,
                    tradition,
                    .5 + i % 5 * .1,
                    "s" + i % 8,
                    "cc0",
                    List.of(),
                    Map.of(),
                    List.of()));
        }
        return rows;
    }

    private static CurateSolver solver(
            Aggregation aggregation, List<Profile> profiles, Set<String> reviewed, double budget) {
        CurateSpec spec = new CurateSpec(aggregation, List.of(), budget, 4, 1, 1);
        return new CurateSolver(
                spec, profiles, Rows.LABELS, reviewed, NonNegotiables.DEFAULT, KeeperLookup.ALL, "seed");
    }

    private static CurationPlan plan(
            Aggregation aggregation, List<Profile> profiles, List<Features> rows, Set<String> reviewed) {
        CurateSolver solver = solver(aggregation, profiles, reviewed, .4);
        rows.forEach(solver::add);
        return solver.solve();
    }

    private static Audit audit(CurationPlan plan, List<Features> rows) {
        AuditTally tally = plan.tally();
        rows.forEach(row -> tally.add(row, plan.choose(row)));
        return tally.audit();
    }
}
