package org.florilegium.filter.redact;

/** What is masked, and by what. */
public enum PersonalKind {
    /** An email address. */
    EMAIL("email", "<EMAIL>"),
    /** A phone or fax number. */
    PHONE("phone", "<PHONE>"),
    /** A public address of a machine. */
    IP("ip", "<IP>");

    private final String key;
    private final String mask;

    PersonalKind(String key, String mask) {
        this.key = key;
        this.mask = mask;
    }

    /** Name by which redactions are counted. */
    public String key() {
        return key;
    }

    /** What stands in the text instead. */
    public String mask() {
        return mask;
    }

    static PersonalKind named(String key) {
        for (PersonalKind kind : values()) {
            if (kind.key.equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("redact.kinds: must be email, phone or ip, was '" + key + "'");
    }
}
