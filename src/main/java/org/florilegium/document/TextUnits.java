package org.florilegium.document;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The paragraphs and lines of a text that are compared across the corpus.
 *
 * @param visible code points of the whole text that are no white space; 0 where nothing was looked for
 * @param list in a reservoir those long enough to be compared, in a release those that stand elsewhere too; of each kind in
 *     the order of the text
 */
public record TextUnits(int visible, List<TextUnit> list) implements Serializable {

    /** Nothing was looked for. */
    public static final TextUnits NONE = new TextUnits(0, List.of());

    public TextUnits {
        list = List.copyOf(list);
    }

    /** Those of one kind, in the order of the text. */
    public Stream<TextUnit> of(TextUnit.Kind kind) {
        return list.stream().filter(unit -> unit.kind() == kind);
    }
}
