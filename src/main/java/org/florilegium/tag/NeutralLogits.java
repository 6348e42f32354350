package org.florilegium.tag;

import org.florilegium.document.UnprocessableDocumentException;

/**
 * Logits of a classifier, those of its labels of {@code harm} for the text without the groups it names.
 *
 * <p>Where nobody is named, or the classifier does not ask for it, the model is called once, otherwise twice.
 */
public final class NeutralLogits {
    private static final String HARM = "harm";

    /** A model that gives a logit for each label. */
    @FunctionalInterface
    public interface Model {
        /**
         * Logits of {@code text}.
         *
         * @throws UnprocessableDocumentException when the model fails on it
         */
        float[] of(String text) throws UnprocessableDocumentException;
    }

    private final boolean asked;
    private final boolean[] harm;

    /** For the classifier that {@code spec} describes. */
    public NeutralLogits(ClassifierSpec spec) {
        this.harm = new boolean[spec.labels().size()];
        boolean any = false;
        for (int i = 0; i < harm.length; i++) {
            harm[i] = spec.labels().get(i).family().equals(HARM);
            any |= harm[i];
        }
        this.asked = any && spec.neutralGroups();
    }

    /**
     * A logit for each label.
     *
     * @param language BCP-47 tag of the text
     * @throws UnprocessableDocumentException when the model fails on the text
     */
    public float[] of(String text, String language, Model model) throws UnprocessableDocumentException {
        float[] logits = model.of(text);
        String neutral = asked ? NamedGroups.of(language).neutral(text) : text;
        if (!neutral.equals(text)) {
            float[] ofNeutral = model.of(neutral);
            for (int i = 0; i < harm.length; i++) {
                logits[i] = harm[i] ? ofNeutral[i] : logits[i];
            }
        }
        return logits;
    }
}
