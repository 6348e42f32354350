package org.florilegium.filter;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recipe as written; it travels inside a job, so workers need no file.
 *
 * @param file name for messages
 * @param yaml what the file holds
 */
public record RecipeText(String file, String yaml) implements Serializable {

    /** The recipe of this release with that full or bare name. */
    public static RecipeText named(String name) {
        return RecipeLibrary.named(name);
    }

    /**
     * The recipe in a file.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static RecipeText in(Path file) {
        try {
            return new RecipeText(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "recipe: no such file, or it is not UTF-8 text: '" + file + "' (looked in "
                            + Path.of("").toAbsolutePath() + ")",
                    e);
        }
    }
}
