package org.florilegium.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.balance.Membership;
import org.florilegium.balance.MixtureReport;
import org.florilegium.balance.Target;
import org.florilegium.balance.TargetPlan;

/** Adds up the audit of a release row by row, in whole numbers, so that their order does not matter. */
public final class AuditTally {
    private static final double MICRO = 1e6;

    private final CurationPlan plan;
    private final LossLedger ledger = new LossLedger();
    private final Map<String, Map<String, Long>> decisions = new TreeMap<>();
    private final Map<String, Long> held = new TreeMap<>();
    private final List<LotTally> lots = new ArrayList<>();
    private long rows;
    private long tokens;
    private long releasedRows;
    private long releasedTokens;

    /** Sums of one mixture. */
    private static final class LotTally {
        final Map<String, Long> expected = new TreeMap<>();
        final Map<String, Long> drawn = new TreeMap<>();
        long rows;
        long copies;
        long squares;
        int most;
    }

    AuditTally(CurationPlan plan) {
        this.plan = plan;
        plan.lots().forEach(lot -> lots.add(new LotTally()));
    }

    /** Counts a row and what became of it. */
    public void add(Features features, Choice choice) {
        rows++;
        tokens += features.tokens();
        releasedRows += choice.released() ? 1 : 0;
        releasedTokens += (long) choice.copies() * features.tokens();
        String lost = choice.released() ? "" : choice.reason();
        ledger.count("language", Cellular.language(features), lost);
        ledger.count("tradition", features.leadingTradition(), lost);
        if (choice.chargedTo().isEmpty()) {
            return;
        }
        decisions
                .computeIfAbsent(choice.chargedTo(), name -> new TreeMap<>())
                .merge(key(choice.decision()), 1L, Long::sum);
        String tradition = features.leadingTradition();
        if (!tradition.equals(Target.UNKNOWN) && !plan.rules().reviewed().contains(tradition)) {
            held.merge(tradition, 1L, Long::sum);
        }
        addToLot(features, choice);
    }

    /**
     * Counts a row that an earlier stage dropped, so that losses cover the whole way.
     *
     * @param language empty where it was not known yet
     */
    public void addExclusion(String language, String reason) {
        ledger.count("language", language.isEmpty() || language.equals("und") ? Target.UNKNOWN : language, reason);
    }

    /** The audit of all rows counted so far. */
    public Audit audit() {
        List<Audit.ProfileAudit> profiles = plan.rules().profiles().stream()
                .map(profile -> profileAudit(profile))
                .toList();
        List<Audit.MixtureAudit> mixtures = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            mixtures.add(mixtureAudit(plan.lots().get(i), lots.get(i)));
        }
        return new Audit(
                plan.rules().spec().aggregation().word(),
                rows,
                releasedRows,
                tokens,
                releasedTokens,
                profiles,
                mixtures,
                plan.comparisons(),
                ledger.losses(),
                held);
    }

    private void addToLot(Features features, Choice choice) {
        int number = lots.size() == 1 ? 0 : number(choice.chargedTo());
        LotTally lot = lots.get(number);
        List<String> dimensions = Lot.dimensions(plan.lots().get(number).targets());
        Cellular.fill(new Membership(), features, dimensions).forEach((dimension, cell, probability) -> {
            String key = dimension + ":" + cell;
            double mass = features.tokens() * probability * MICRO;
            lot.expected.merge(key, Math.round(mass * choice.intensity()), Long::sum);
            lot.drawn.merge(key, Math.round(mass * choice.copies()), Long::sum);
        });
        lot.rows += choice.released() ? 1 : 0;
        lot.copies += choice.copies();
        lot.squares += (long) choice.copies() * choice.copies();
        lot.most = Math.max(lot.most, choice.copies());
    }

    private int number(String profile) {
        return plan.rules().profiles().stream().map(Profile::name).toList().indexOf(profile);
    }

    private Audit.ProfileAudit profileAudit(Profile profile) {
        Map<String, Long> own = decisions.getOrDefault(profile.name(), Map.of());
        long charged = own.values().stream().mapToLong(n -> n).sum();
        return new Audit.ProfileAudit(profile.name(), profile.steward(), profile.theories(), charged, own);
    }

    private static Audit.MixtureAudit mixtureAudit(Lot lot, LotTally tally) {
        List<MixtureReport> reports = lot.mixture().plans().stream()
                .map(target -> MixtureReport.of(target, sums(target, tally.expected), sums(target, tally.drawn)))
                .toList();
        double kish = tally.rows == 0 ? 0 : (double) tally.copies * tally.copies / tally.squares / tally.rows;
        return new Audit.MixtureAudit(
                lot.name(), lot.budget(), reports, lot.mixture().unmet(), tally.most, kish, lot.version());
    }

    private static double[] sums(TargetPlan target, Map<String, Long> byCell) {
        return target.cells().stream()
                .mapToDouble(cell -> byCell.getOrDefault(target.dimension() + ":" + cell, 0L) / MICRO)
                .toArray();
    }

    private static String key(Decision decision) {
        String kind = decision.kind().word();
        return decision.reason().isEmpty() ? kind : kind + ":" + decision.reason();
    }
}
