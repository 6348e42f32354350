package org.florilegium.curate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.florilegium.balance.MixtureReport;
import org.florilegium.balance.Shortfall;

/**
 * What a release aimed at, what it reached, and what was lost on the way: the content of {@code audit.json}.
 *
 * @param aggregation rule that made the release
 * @param rows rows read
 * @param releasedRows rows released, each counted once
 * @param tokens tokens read
 * @param releasedTokens tokens released, copies included
 * @param profiles one entry a profile
 * @param mixtures one entry a mixture: those of the profiles under quota, otherwise the common one
 * @param comparisons what the other rules would have made
 * @param losses losses by language and by leading tradition
 * @param heldTraditions traditions held to one copy because no steward has signed them, with their rows
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Audit(
        String aggregation,
        long rows,
        long releasedRows,
        long tokens,
        long releasedTokens,
        List<ProfileAudit> profiles,
        List<MixtureAudit> mixtures,
        List<Comparison> comparisons,
        List<Loss> losses,
        Map<String, Long> heldTraditions)
        implements Serializable {

    /**
     * One profile.
     *
     * @param charged rows charged to it
     * @param decisions rows charged to it by decision and reason, for example {@code excise:harm_hate}
     * @param theories theories through which it wants to be looked at
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ProfileAudit(
            String name, String steward, List<String> theories, long charged, Map<String, Long> decisions)
            implements Serializable {}

    /**
     * One solved mixture.
     *
     * @param budget tokens it was to spend
     * @param dimensions targets against what was reached
     * @param unmet wishes that could not be met
     * @param maxCopies most copies of a row
     * @param kish effective sample size of the copies as a part of the rows released, 0 to 1
     * @param weightsVersion digest of its weights
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record MixtureAudit(
            String name,
            double budget,
            List<MixtureReport> dimensions,
            List<Shortfall> unmet,
            int maxCopies,
            double kish,
            String weightsVersion)
            implements Serializable {}

    /**
     * Losses of one language or tradition.
     *
     * @param dimension {@code language} or {@code tradition}
     * @param cell its name
     * @param rows rows before, those that earlier stages dropped included
     * @param lostToRules rows lost to filters, consent and profiles: everything but near duplicates and the draw
     * @param nearDuplicates rows that another row stands for
     * @param notDrawn rows that rebalancing left out
     * @param reasons rows lost by reason
     * @param ruleToBlame reason that took most, named where ten or more rows lost more than half to rules; otherwise empty
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Loss(
            String dimension,
            String cell,
            long rows,
            long lostToRules,
            long nearDuplicates,
            long notDrawn,
            Map<String, Long> reasons,
            String ruleToBlame)
            implements Serializable {}
}
