package org.florilegium.filter;

import java.util.List;

/** The kinds of edits that a recipe may name. */
final class TextEdits {
    private static final List<String> KINDS = List.of(C4Lines.KIND, DolmaLines.KIND, DclmLines.KIND, DclmC4Lines.KIND);

    private TextEdits() {}

    /** Reads the section {@code edit} of a recipe. */
    static TextEdit read(RecipeSection section) {
        String kind = section.word("kind", "", KINDS);
        TextEdit edit = switch (kind) {
            case C4Lines.KIND -> C4Lines.read(section);
            case DolmaLines.KIND -> DolmaLines.read(section);
            case DclmLines.KIND -> new DclmLines();
            case DclmC4Lines.KIND -> DclmC4Lines.read(section);
            default -> throw new IllegalStateException("kind " + kind + " has no reader");
        };
        section.refuseOtherKeys();
        return edit;
    }
}
