package org.florilegium.tag;

import java.io.Serializable;
import java.util.Locale;

/**
 * How passages are tagged.
 *
 * @param classifiers path of the folder that holds the classifiers' folders; not part of any digest
 * @param mode which passages the second tier scores
 * @param margin how near to a decision a harm label of tier one must be for the second tier to look, 0 to 1
 * @param auditShare share of passages that the second tier scores whatever tier one says, 0 to 1
 * @param seed of the pipeline; keys the audit share
 * @param device where encoders run
 */
public record TagSpec(String classifiers, Mode mode, double margin, double auditShare, long seed, Device device)
        implements Serializable {

    /** Which passages the second tier scores. */
    public enum Mode {
        /** Nothing is tagged: no classifier is opened, rows have no scores. */
        NONE,
        /** No passage. */
        TIER1,
        /** Those near a decision, and the audit share. */
        AUTO,
        /** All. */
        ALL;

        /** The mode written as {@code word}: none, tier1, auto or all. */
        public static Mode of(String word) {
            for (Mode mode : values()) {
                if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException("mode must be none, tier1, auto or all, was '" + word + "'");
        }
    }

    /** The same on the CPU. */
    public TagSpec(String classifiers, Mode mode, double margin, double auditShare, long seed) {
        this(classifiers, mode, margin, auditShare, seed, Device.CPU);
    }

    public TagSpec {
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin must be 0 to 1, was " + margin);
        }
        if (!(auditShare >= 0 && auditShare <= 1)) {
            throw new IllegalArgumentException("audit_share must be 0 to 1, was " + auditShare);
        }
    }

    /** The default policy: a narrow margin and one passage in a hundred for the audit. */
    public static TagSpec of(String classifiers, long seed) {
        return new TagSpec(classifiers, Mode.AUTO, 0.05, 0.01, seed);
    }

    /** What of this can change a row, as text to hash; a GPU rounds otherwise than a CPU, whichever GPU it is. */
    String canonical() {
        return "mode=" + mode + ";margin=" + margin + ";audit_share=" + auditShare + ";seed=" + seed
                + (device.isCuda() ? ";device=" + device.provider() : "");
    }
}
