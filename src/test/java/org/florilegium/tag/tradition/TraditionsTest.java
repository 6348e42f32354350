package org.florilegium.tag.tradition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TraditionsTest {
    static final String WEIGHTS =
            "version: 1\nweights: {work: 0.8, person: 0.5, term: 0.4, cap: 3, spread: 0.5, title: 1,"
                    + " declared: 0.9, declared_against_title: 0.6}\n";

    @Test
    void readsTheFileThatShips() {
        Traditions traditions = Traditions.read(Path.of("pipelines/traditions.yaml"));

        assertThat(traditions.names()).hasSizeBetween(30, 50).contains("stoic", "confucian", "sikh", "jain");
        assertThat(traditions.digest()).hasSize(64);
        assertThat(traditions.leaves()).allSatisfy(leaf -> {
            assertThat(leaf.queries()).isNotEmpty();
            assertThat(leaf.isReviewed()).isFalse();
        });
        assertThat(traditions.find("shinto").orElseThrow().name()).isEqualTo("japanese");
    }

    @Test
    void givesQueriesTheWeightOfTheirKindUnlessTheyStateTheirOwn() {
        Traditions traditions = Traditions.parse(
                WEIGHTS + "traditions:\n  a:\n    label: A\n    works: [\"W | V\"]\n"
                        + "    terms: [{any: t, weight: 2, relation: about}]\n",
                "t.yaml");

        Tradition leaf = traditions.leaves().get(0);
        assertThat(leaf.queries().get(0).weight()).isEqualTo(0.8);
        assertThat(leaf.queries().get(0).evidence()).isEqualTo("work:W");
        assertThat(leaf.queries().get(1).weight()).isEqualTo(2);
        assertThat(leaf.queries().get(1).relation()).isEqualTo("about");
    }

    @Test
    void reportsEveryFaultWithItsPathAndValue() {
        String yaml = WEIGHTS.replace("cap: 3", "cap: high")
                + "traditions:\n  Bad Name:\n    label: x\n  b:\n    steward: me\n    reviewed: yesterday\n    wikidata: 748\n"
                + "    colour: red\n    aliases: [c]\n    terms: [\"a | \", {any: x, weight: 9, relation: with}]\n"
                + "  c:\n    label: C\n    works: [w, w]\n";

        assertThatThrownBy(() -> Traditions.parse(yaml, "t.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("t.yaml: weights.cap: must be a number from 0.0 to 100.0, was '\"high\"'")
                .hasMessageContaining("t.yaml: traditions.Bad Name: names must be in snake case, was 'Bad Name'")
                .hasMessageContaining("t.yaml: traditions.b.label: must not be empty, was ''")
                .hasMessageContaining(
                        "t.yaml: traditions.b.reviewed: must be a date such as 2026-01-31, was 'yesterday'")
                .hasMessageContaining("t.yaml: traditions.b.wikidata: must be an item such as Q748, was '748'")
                .hasMessageContaining("t.yaml: traditions.b.colour: unknown key, must be one of aliases label")
                .hasMessageContaining("t.yaml: traditions.b.terms[0]: every form must hold a letter, was 'a | '")
                .hasMessageContaining("t.yaml: traditions.b.terms[1].weight: must be a number from 0.0 to 5.0, was '9'")
                .hasMessageContaining(
                        "t.yaml: traditions.b.terms[1].relation: must be of, about or unknown, was 'with'")
                .hasMessageContaining("t.yaml: traditions.c: name is taken by another leaf, was 'c'")
                .hasMessageContaining("t.yaml: traditions.c.works: is listed twice, was 'w'");
    }

    @Test
    void namesAFileThatIsAbsentOrNoYaml() {
        assertThatThrownBy(() -> Traditions.read(Path.of("nowhere.yaml"))).hasMessage("no tradition file nowhere.yaml");
        assertThatThrownBy(() -> Traditions.parse("a: [", "t.yaml")).hasMessageStartingWith("t.yaml: not YAML: ");
    }
}
