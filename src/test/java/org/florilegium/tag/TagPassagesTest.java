package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.florilegium.document.Call;
import org.florilegium.document.Document;
import org.florilegium.document.Passage;
import org.florilegium.document.Tier;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagPassagesTest {
    @TempDir
    Path temp;

    @BeforeEach
    void writeClassifiers() throws Exception {
        Fixtures.classifier(temp, "first", 1);
        Fixtures.classifier(temp, "second", 2);
    }

    @Test
    void fillsPassagesAndRow() throws Exception {
        Document tagged = tag(TagSpec.Mode.TIER1, Fixtures.document("en", "such gratitude", "a threat here"));

        Passage second = tagged.tags().passages().get(1);
        assertThat(second.p()).containsExactly(0.9f, 0.1f);
        assertThat(second.calls()).containsExactly(Call.YES.code(), Call.NO.code());
        assertThat(second.tier()).isEqualTo(Tier.ONE);
        assertThat(tagged.tags().scores()).containsOnlyKeys("harm.threat", "prosocial.gratitude");
        assertThat(tagged.tags().scores())
                .hasEntrySatisfying(
                        "harm.threat", score -> assertThat(score.p()).isEqualTo(0.9));
    }

    @Test
    void marksALabelAbsentWhereItSaysNothingOfTheLanguage() throws Exception {
        Document tagged = tag(TagSpec.Mode.ALL, Fixtures.document("sw", "gratitude"));

        Passage passage = tagged.tags().passages().get(0);
        assertThat(passage.p()[1]).isNaN();
        assertThat(passage.calls()[1]).isEqualTo(Call.ABSENT);
        assertThat(passage.tier()).isEqualTo(Tier.ONE);
        assertThat(tagged.tags().scores()).containsOnlyKeys("harm.threat");
    }

    @Test
    void scoresEveryEnglishPassageTwiceInModeAll() throws Exception {
        Document tagged = tag(TagSpec.Mode.ALL, Fixtures.document("en", "one", "two"));

        assertThat(tagged.tags().passages()).extracting(Passage::tier).containsOnly(Tier.TWO);
    }

    @Test
    void passesALowerTwinUntagged() throws Exception {
        Document document = Fixtures.document("en", "a threat");
        Document twin = document.withHygiene(document.hygiene().withLowerTwin());

        assertThat(tag(TagSpec.Mode.ALL, twin)).isEqualTo(twin);
    }

    @Test
    void tagsAlikeAfterATripThroughSerialization() throws Exception {
        TagPassages step = step(TagSpec.Mode.AUTO, Fixtures.Keywords::new);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(step);
        }

        TagPassages copy =
                (TagPassages) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        Document document = Fixtures.document("en", "a threat");
        assertThat(run(copy, document).tags().scores())
                .isEqualTo(run(step, document).tags().scores());
        assertThat(copy.lineage()).isEqualTo(step.lineage());
    }

    @Test
    void refusesClassifiersThatChangedSinceTheJobStarted() throws Exception {
        TagPassages step = step(TagSpec.Mode.TIER1, Fixtures.Keywords::new);
        Path labels = temp.resolve("first/labels.yaml");
        Files.writeString(labels, Files.readString(labels).replace("version: 0.1.0", "version: 0.1.1"));

        assertThatThrownBy(step::open)
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining("that the job was started with");
    }

    @Test
    void keepsPathsOutOfTheLineage() throws Exception {
        Path copy = Files.createTempDirectory(temp.getParent(), "elsewhere");
        Fixtures.classifier(copy, "first", 1);
        Fixtures.classifier(copy, "second", 2);
        TagPassages here = step(TagSpec.Mode.AUTO, Fixtures.Keywords::new);

        TagPassages there = new TagPassages(TagSpec.of(copy.toString(), 1), Fixtures.Keywords::new);

        assertThat(there.lineage().modelDigest()).isEqualTo(here.lineage().modelDigest());
    }

    @Test
    void passesOnThatAModelFailedOnThisDocument() {
        TagPassages step = step(TagSpec.Mode.TIER1, folder -> new Failing(new Fixtures.Keywords(folder)));

        assertThatThrownBy(() -> run(step, Fixtures.document("en", "a text")))
                .isInstanceOf(UnprocessableDocumentException.class);
    }

    @Test
    void ordersLabelsByFamilyAndName() {
        LabelList labels = step(TagSpec.Mode.AUTO, Fixtures.Keywords::new).labels();

        assertThat(labels.names()).containsExactly("harm.threat", "prosocial.gratitude");
        assertThat(labels.families().keySet()).containsExactly("harm", "prosocial");
        assertThat(labels.statuses()).containsEntry("harm.threat", LabelSpec.Status.CALIBRATED);
    }

    private record Failing(Tagger tagger) implements Tagger {
        @Override
        public ClassifierSpec spec() {
            return tagger.spec();
        }

        @Override
        public java.util.Map<String, org.florilegium.document.Score> score(String text, String language)
                throws UnprocessableDocumentException {
            throw new UnprocessableDocumentException("model_failed", "refused");
        }

        @Override
        public void close() {}
    }

    private TagPassages step(TagSpec.Mode mode, TaggerOpener opener) {
        return new TagPassages(new TagSpec(temp.toString(), mode, 0.05, 0.01, 1), opener);
    }

    private Document tag(TagSpec.Mode mode, Document document) throws Exception {
        return run(step(mode, Fixtures.Keywords::new), document);
    }

    private static Document run(TagPassages step, Document document) throws UnprocessableDocumentException {
        step.open();
        try {
            return ((Outcome.Kept) step.apply(document)).documents().get(0);
        } finally {
            step.close();
        }
    }
}
