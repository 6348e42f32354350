package org.florilegium.filter.address;

import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/** Drops documents whose address is in a list; the message names list, line and entry. */
public final class BlockAddresses implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "addresses-1";

    private final AddressSpec spec;
    private final Lineage lineage;
    private transient @Nullable AddressRules rules;

    /**
     * Reads the lists once, so that whatever is wrong with them shows before a run.
     *
     * @throws IllegalArgumentException naming the key and the file
     */
    public BlockAddresses(AddressSpec spec) {
        this.spec = spec;
        AddressRules read = AddressRules.read(spec);
        this.rules = read;
        this.lineage = new Lineage(stage(), VERSION, read.digest(), "");
    }

    @Override
    public String stage() {
        return "filter";
    }

    @Override
    public void open() {
        rules();
    }

    @Override
    public Outcome apply(Document document) {
        return rules().judge(document.provenance().origin().uri())
                .map(blocked -> Outcome.drop(blocked.reason(), blocked.message(), document))
                .orElseGet(() -> Outcome.keep(document));
    }

    private AddressRules rules() {
        AddressRules known = rules;
        if (known == null) {
            known = AddressRules.read(spec);
            rules = known;
        }
        return known;
    }

    @Override
    public Lineage lineage() {
        return lineage;
    }
}
