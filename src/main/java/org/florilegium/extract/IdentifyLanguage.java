package org.florilegium.extract;

import com.ibm.icu.util.ULocale;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.florilegium.language.Identification;
import org.florilegium.language.LanguageIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Sets language, script and probability.
 *
 * <p>What the source declares is evidence, not truth: it is taken where the identifier is unsure and the declared language
 * is usually written in the script that was found; its probability is then the identifier's bound for being sure.
 */
public final class IdentifyLanguage implements Step {
    private static final long serialVersionUID = 1L;

    private final IdentifySpec spec;
    private transient @Nullable LanguageIdentifier identifier;

    public IdentifyLanguage(IdentifySpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "identify";
    }

    @Override
    public void open() {
        if (spec.enabled()) {
            identifier = new LanguageIdentifier();
        }
    }

    @Override
    public Outcome apply(Document document) {
        if (!spec.enabled()) {
            String said = document.provenance().declared().language();
            return Outcome.keep(
                    document.withContent(document.content().withLanguage(said.isEmpty() ? "und" : said, "Zyyy", 0)));
        }
        if (identifier == null) {
            throw new IllegalStateException("open() was not called");
        }
        Identification found = identifier.identify(document.content().text());
        String declared = document.provenance().declared().language();
        if (!declared.isEmpty() && found.probability() < spec.trustDeclared() && fits(declared, found.script())) {
            found = new Identification(declared, found.script(), spec.trustDeclared());
        }
        return Outcome.keep(document.withContent(document.content()
                .withLanguage(found.language(), found.script(), Math.round(found.probability() * 1e4) / 1e4)));
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), LanguageIdentifier.VERSION, spec.digest(), LanguageIdentifier.modelDigest());
    }

    private static boolean fits(String declared, String script) {
        String usual =
                ULocale.addLikelySubtags(ULocale.forLanguageTag(declared)).getScript();
        boolean han =
                script.equals("Hani") && (usual.startsWith("Han") || usual.equals("Jpan") || usual.equals("Kore"));
        return !script.equals("Zyyy") && (usual.isEmpty() || usual.equals(script) || han);
    }
}
