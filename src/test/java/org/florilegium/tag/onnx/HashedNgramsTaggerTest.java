package org.florilegium.tag.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.florilegium.tag.Tagger;
import org.florilegium.tag.TaggerContract;
import org.junit.jupiter.api.Test;

class HashedNgramsTaggerTest extends TaggerContract {
    @Override
    protected Tagger open() {
        return new OnnxTaggers().open(InstalledClassifiers.folder("ngrams"));
    }

    @Test
    void givesThanksMoreGratitudeThanAShippingNote() throws Exception {
        double thanks = gratitude("Thank you so much for your kindness.");
        double note = gratitude("The parcel was shipped on Monday from the depot.");

        assertThat(thanks).isGreaterThan(note);
    }

    private double gratitude(String text) throws Exception {
        return Objects.requireNonNull(tagger().score(text, "en").get("prosocial.gratitude"))
                .p();
    }
}
