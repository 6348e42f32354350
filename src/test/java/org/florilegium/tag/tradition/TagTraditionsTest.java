package org.florilegium.tag.tradition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.florilegium.document.Attribution;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Tags;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTraditionsTest {
    private static final String YAML = TraditionsTest.WEIGHTS + """
            traditions:
              confucian:
                label: Confucian
                aliases: [ru]
                works: ["Analects | 論語"]
                persons: ["Confucius | 孔子 | Конфуций"]
                terms: [{any: "子曰", weight: 1, relation: of}]
              islamic:
                label: Islamic
                works: ["Qur'an | القرآن"]
                terms: [{any: "Mohammedan", weight: 1, relation: about}]
              hindu:
                label: Hindu
                terms: ["धर्म", "École de Mithila | Ecole"]
            """;

    private TagTraditions step = new TagTraditions(Traditions.parse(YAML, "t.yaml"));

    @BeforeEach
    void open() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(step);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            step = (TagTraditions) in.readObject();
        }
        step.open();
    }

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void leavesATextThatNamesNothingUnknown() {
        assertThat(tag("It rained all day.", "", Declared.NOTHING)).isEmpty();
    }

    @Test
    void namesItsEvidenceStrongestFirstWithASaturatingProbability() {
        List<Attribution> found = tag("In the Analects, Confucius speaks of his pupils.", "", Declared.NOTHING);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).name()).isEqualTo("confucian");
        assertThat(found.get(0).evidence()).containsExactly("work:Analects", "person:Confucius");
        assertThat(found.get(0).probability()).isCloseTo(1 - Math.exp(-1.3), within(1e-4));
        assertThat(found.get(0).relation()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "先生讀論語三年。, confucian",
        "Так говорил КОНФУЦИЙ., confucian",
        "Confucius’s pupils, confucian",
        "a page of the Qurʾān, islamic",
        "a page of the Qur’an, islamic",
        "من القُرْآن الكريم, islamic",
        "यह धर्म है, hindu",
        "les maîtres de l’école de Mithila, hindu"
    })
    void matchesAcrossScriptsCasesAndAccents(String text, String expected) {
        assertThat(tag(text, "", Declared.NOTHING))
                .extracting(Attribution::name)
                .containsExactly(expected);
    }

    @Test
    void dividesTheProbabilityAndNeverExceedsOne() {
        List<Attribution> found = tag("子曰 Mohammedan Qur'an 論語 孔子 धर्म", "", Declared.NOTHING);

        assertThat(found).extracting(Attribution::name).containsExactly("confucian", "islamic", "hindu");
        assertThat(found.stream().mapToDouble(Attribution::probability).sum()).isLessThanOrEqualTo(1);
        assertThat(found).extracting(Attribution::relation).containsExactly("of", "about", "unknown");
    }

    @Test
    void putsWhatIsDeclaredFirst() {
        List<Attribution> found = tag("The Qur'an and the Analects.", "", new Declared("ru", "156", "insider", "en"));

        assertThat(found.get(0).name()).isEqualTo("confucian");
        assertThat(found.get(0).probability()).isGreaterThan(0.9);
        assertThat(found.get(0).evidence()).startsWith("declared:confucian", "work:Analects");
        assertThat(found.get(0).relation()).isEqualTo("of");
        assertThat(found.get(1).name()).isEqualTo("islamic");
    }

    @Test
    void notesATitleThatDisagreesWithTheDeclaration() {
        Declared declared = new Declared("confucian", "", "", "");

        List<Attribution> disagreeing = tag("Some text.", "The Qur'an", declared);
        List<Attribution> agreeing = tag("Some text.", "Sayings of Confucius", declared);

        assertThat(disagreeing.get(0).evidence()).containsExactly("declared:confucian", "title_disagrees");
        assertThat(disagreeing.get(0).probability()).isCloseTo(0.6, within(1e-4));
        assertThat(agreeing.get(0).evidence()).containsExactly("declared:confucian", "person:Confucius");
    }

    @Test
    void countsRepeatedPassagesMoreThanOneMention() {
        String text = "Confucius. Nothing. Nothing. Nothing. ";
        List<Passage> four = List.of(passage(0, 10), passage(11, 19), passage(20, 28), passage(29, 37));

        double once = tag(text, four).get(0).probability();
        double often = tag(
                        "Confucius. ".repeat(4),
                        List.of(passage(0, 10), passage(11, 21), passage(22, 32), passage(33, 43)))
                .get(0)
                .probability();

        assertThat(once).isCloseTo(1 - Math.exp(-0.25), within(1e-4));
        assertThat(often).isCloseTo(1 - Math.exp(-1), within(1e-4));
    }

    @Test
    void keepsDeclaredRegionAndVoice() {
        Document tagged = apply(document("Text.", "", new Declared("", "034", "translated", ""), List.of()));

        assertThat(tagged.tags().regions()).containsExactly("034");
        assertThat(tagged.tags().voice()).isEqualTo("translated");
        assertThat(step.lineage().configDigest()).hasSize(64);
    }

    private static Passage passage(int start, int end) {
        return Passage.untagged(start, end, "");
    }

    private List<Attribution> tag(String text, String title, Declared declared) {
        return apply(document(text, title, declared, List.of())).tags().traditions();
    }

    private List<Attribution> tag(String text, List<Passage> passages) {
        return apply(document(text, "", Declared.NOTHING, passages)).tags().traditions();
    }

    private Document apply(Document document) {
        return ((Outcome.Kept) step.apply(document)).documents().get(0);
    }

    private static Document document(String text, String title, Declared declared, List<Passage> passages) {
        Origin origin = new Origin("s", "u", "", "", "", "", "", "");
        return Document.extracted(Content.of(text, title), Provenance.of(origin, declared))
                .withTags(Tags.NONE.withPassages(passages));
    }
}
