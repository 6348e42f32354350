package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;
import org.florilegium.balance.Mixture;
import org.florilegium.balance.Target;

/**
 * One mixture of a release with its own budget: that of a profile, or the common one.
 *
 * @param name name of the profile, or {@code all}
 * @param budget tokens to spend
 * @param targets what it aims at
 * @param mixture the solution
 * @param version digest of its weights
 */
record Lot(String name, double budget, List<Target> targets, Mixture mixture, String version) implements Serializable {
    Lot {
        targets = List.copyOf(targets);
    }

    static Lot of(String name, double budget, List<Target> targets, Mixture mixture) {
        return new Lot(name, budget, targets, mixture, mixture.weights().version());
    }

    static List<String> dimensions(List<Target> targets) {
        return targets.stream().map(Target::dimension).toList();
    }
}
