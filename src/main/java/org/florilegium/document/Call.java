package org.florilegium.document;

/** What is said of a label at its stated error level; in a passage's {@code calls} it is stored as {@link #code()}. */
public enum Call {
    NO((byte) -1),
    ABSTAIN((byte) 0),
    YES((byte) 1);

    /** Code of a label that no tier scored. */
    public static final byte ABSENT = 2;

    private final byte code;

    Call(byte code) {
        this.code = code;
    }

    public byte code() {
        return code;
    }

    /** Lower-case name as written in rows and output. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The call written as {@code word}; an unknown word is an error. */
    public static Call of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
