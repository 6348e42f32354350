package org.florilegium.curate;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florilegium.balance.Copies;
import org.florilegium.balance.Membership;
import org.florilegium.balance.Weights;

/**
 * A solved release: what becomes of any row follows from its features and this plan alone, whatever the order, worker or
 * retry. Small enough to be sent to workers.
 */
public final class CurationPlan implements Serializable {
    private final Chooser.Rules rules;
    private final List<Lot> lots;
    private final List<Comparison> comparisons;
    private transient @org.jspecify.annotations.Nullable Chooser chooser;

    CurationPlan(Chooser.Rules rules, List<Lot> lots, List<Comparison> comparisons) {
        this.rules = rules;
        this.lots = List.copyOf(lots);
        this.comparisons = List.copyOf(comparisons);
    }

    /** What becomes of a row. Not safe for use by several threads at once: give each its own copy of the plan. */
    public Choice choose(Features features) {
        if (chooser == null) {
            chooser = new Chooser(rules);
        }
        Chooser.Charged charged = chooser.charge(features);
        if (charged.profile() < 0) {
            return Choice.without(charged.decision());
        }
        Lot lot = lotOf(charged.profile());
        Membership membership = Cellular.fill(new Membership(), features, Lot.dimensions(lot.targets()));
        double intensity = lot.mixture().weights().intensity(membership, features.source(), charged.limit());
        double unit = chooser.unit(features.documentId());
        return new Choice(
                charged.decision(),
                charged.takers(),
                rules.profiles().get(charged.profile()).name(),
                intensity,
                unit,
                Copies.of(intensity, unit),
                lot.version());
    }

    /** Weights by profile, or under {@code all}: the content of {@code weights.json}. */
    public Map<String, Weights> weights() {
        Map<String, Weights> weights = new LinkedHashMap<>();
        lots.forEach(lot -> weights.put(lot.name(), lot.mixture().weights()));
        return weights;
    }

    /** Collects the audit while rows are chosen. */
    public AuditTally tally() {
        return new AuditTally(this);
    }

    Chooser.Rules rules() {
        return rules;
    }

    List<Lot> lots() {
        return lots;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    private Lot lotOf(int profile) {
        return lots.size() == 1 ? lots.get(0) : lots.get(profile);
    }
}
