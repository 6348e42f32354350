package org.florilegium.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florilegium.balance.Copies;
import org.florilegium.balance.Target;

/** Lets every profile decide on a row and charges it to one of those that take it. One instance a thread. */
final class Chooser {
    private final Rules rules;
    private final List<Decide> decides;
    private final Copies charge;
    private final Copies draw;

    /** What all choosers of a run share. */
    record Rules(
            CurateSpec spec,
            List<Profile> profiles,
            List<String> labels,
            Set<String> reviewed,
            NonNegotiables nonNegotiables,
            KeeperLookup keepers,
            String seed)
            implements java.io.Serializable {}

    /** A row, the profile it is charged to (-1 for none), its decision and the most copies it may have. */
    record Charged(int profile, Decision decision, List<String> takers, double limit) {}

    Chooser(Rules rules) {
        this.rules = rules;
        this.decides = rules.profiles().stream()
                .map(profile -> new Decide(profile, rules.labels()))
                .toList();
        this.charge = new Copies(rules.seed(), "charge");
        this.draw = new Copies(rules.seed(), "copies");
    }

    Charged charge(Features features) {
        Optional<String> removed = rules.keepers().isKeeper(features.documentId())
                ? rules.nonNegotiables().reason(features)
                : Optional.of("near_duplicate");
        if (removed.isPresent()) {
            return new Charged(-1, Decision.of(Decision.Kind.DROP, removed.get()), List.of(), 0);
        }
        List<Decision> decisions =
                decides.stream().map(decide -> decide.of(features)).toList();
        int payer = payer(decisions, features.documentId());
        if (payer < 0) {
            return new Charged(-1, decisions.get(0), List.of(), 0);
        }
        List<String> takers = new ArrayList<>();
        for (int p = 0; p < decisions.size(); p++) {
            if (decisions.get(p).taken()) {
                takers.add(rules.profiles().get(p).name());
            }
        }
        return new Charged(payer, decisions.get(payer), takers, limit(features, decisions.get(payer), payer));
    }

    double unit(String documentId) {
        return draw.unit(documentId);
    }

    /** One of the profiles that take the row, by keyed hash in proportion to their budgets. */
    private int payer(List<Decision> decisions, String documentId) {
        double all = 0;
        int last = -1;
        for (int p = 0; p < decisions.size(); p++) {
            if (decisions.get(p).taken()) {
                all += rules.profiles().get(p).budget();
                last = p;
            }
        }
        double mark = last < 0 ? 0 : charge.unit(documentId) * all;
        for (int p = 0; p < last; p++) {
            if (decisions.get(p).taken()) {
                mark -= rules.profiles().get(p).budget();
                if (mark < 0) {
                    return p;
                }
            }
        }
        return last;
    }

    /** More than one copy only for what is known, licensed and reviewed, and not sensitive. */
    private double limit(Features features, Decision decision, int payer) {
        String tradition = features.leadingTradition();
        boolean reviewed =
                rules.profiles().get(payer).unreviewed() || rules.reviewed().contains(tradition);
        boolean single =
                decision.single() || features.licence().isEmpty() || tradition.equals(Target.UNKNOWN) || !reviewed;
        return single ? 1 : rules.spec().maxCopies();
    }
}
