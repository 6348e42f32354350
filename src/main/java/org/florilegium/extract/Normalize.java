package org.florilegium.extract;

import com.ibm.icu.util.VersionInfo;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.florilegium.language.Words;

/** Brings text to one form, names the document by it, and counts its words. */
public final class Normalize implements Step {
    private static final long serialVersionUID = 1L;

    private final NormalizeSpec spec;

    public Normalize(NormalizeSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "normalize";
    }

    @Override
    public Outcome apply(Document document) {
        Content content = document.content();
        String text = normal(content.text());
        String title = NormalText.of(repaired(content.title())).replace('\n', ' ');
        Content normal = new Content(
                text, title, content.language(), content.script(), content.languageProbability(), Words.count(text));
        return Outcome.keep(document.withContent(normal).withIdentity(DocumentId.of(text), 0));
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), "1-icu4j-" + VersionInfo.ICU_VERSION, spec.digest(), "");
    }

    private String normal(String text) {
        return spec.form() == NormalizeSpec.Form.AS_READ ? text : NormalText.of(repaired(text));
    }

    private String repaired(String text) {
        return spec.repairMojibake() ? Mojibake.repair(text) : text;
    }
}
