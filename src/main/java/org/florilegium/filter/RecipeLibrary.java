package org.florilegium.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The recipes that come with this release, one YAML resource each. */
final class RecipeLibrary {
    /** Our own, for every language. */
    private static final List<String> OWN = List.of("empty", "broken-text", "repetition");

    /** As datatrove applies them; a bare name means the first that has it. */
    private static final List<String> DATATROVE = List.of(
            "gopher-quality@datatrove-0.10+whitespace",
            "gopher-repetition@datatrove-0.10+whitespace",
            "c4@datatrove-0.10+whitespace",
            "c4-noterm@datatrove-0.10+whitespace",
            "fineweb@datatrove-0.10+whitespace",
            "gopher-quality@datatrove-0.10+spacy",
            "gopher-repetition@datatrove-0.10+spacy",
            "c4@datatrove-0.10+spacy",
            "c4-noterm@datatrove-0.10+spacy",
            "fineweb@datatrove-0.10+spacy");

    /** As dolma's taggers measure and its published mixes judge. */
    private static final List<String> DOLMA =
            List.of("gopher@dolma-1.2", "gopher-v1@dolma-1.2", "c4@dolma-1.2", "c4-v1@dolma-1.2");

    /** As DCLM's source says; read, not compared. */
    private static final List<String> DCLM = List.of("gopher@dclm", "refinedweb@dclm", "c4@dclm");

    /** With figures by language. */
    private static final List<String> FINEWEB_2 =
            List.of("fineweb-2@datatrove-0.10+icu", "fineweb-2@datatrove-0.10+whitespace");

    private static final List<String> NAMES = Stream.of(OWN, DATATROVE, DOLMA, DCLM, FINEWEB_2)
            .flatMap(List::stream)
            .toList();

    private RecipeLibrary() {}

    /** Full names, in the order in which bare names are looked up. */
    static List<String> names() {
        return NAMES;
    }

    /**
     * The recipe called {@code name}, which may be bare.
     *
     * @throws IllegalArgumentException naming the known recipes when there is none
     */
    static RecipeText named(String name) {
        String full = NAMES.stream()
                .filter(known -> known.equals(name) || known.startsWith(name + "@"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "recipe: unknown recipe '" + name + "', must be one of " + new TreeSet<>(NAMES)));
        String file = full + ".yaml";
        try (InputStream in = RecipeLibrary.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is not on the class path");
            }
            return new RecipeText(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
