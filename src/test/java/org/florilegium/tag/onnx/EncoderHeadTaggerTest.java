package org.florilegium.tag.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.florilegium.tag.Tagger;
import org.florilegium.tag.TaggerContract;
import org.junit.jupiter.api.Test;

class EncoderHeadTaggerTest extends TaggerContract {
    @Override
    protected Tagger open() {
        return new OnnxTaggers().open(InstalledClassifiers.folder("english_encoder"));
    }

    @Test
    void givesThanksMoreGratitudeThanAShippingNote() throws Exception {
        double thanks = tagger().score("Thank you so much for your kindness.", "en")
                .get("prosocial.gratitude")
                .p();
        double note = tagger().score("The parcel was shipped on Monday from the depot.", "en")
                .get("prosocial.gratitude")
                .p();

        assertThat(thanks).isGreaterThan(note);
    }
}
