package org.florilegium.filter.redact;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is masked, and by what; where two kinds claim the same text, the one that stands first here has it. */
public enum PersonalKind {
    /** An international bank account number whose check digits and country format are right. */
    IBAN,
    /** The number of a payment card, with a right check digit and a known issuer. */
    CARD,
    /** The number of a person in a national register, of a passport or of a driving licence. */
    NATIONAL_ID,
    /** A key, token or password of a machine's user. */
    KEY,
    /** An email address. */
    EMAIL,
    /** A public address of a machine. */
    IP,
    /** The hardware address of a network card. */
    MAC,
    /** The address of a wallet in Bitcoin or Ethereum. */
    WALLET,
    /** A phone or fax number. */
    PHONE,
    /** A date of birth behind words that say so. */
    BIRTH_DATE,
    /** The postal address of a house or flat, by its form only. */
    ADDRESS,
    /** The name of somebody who is addressed, introduced or signing, by the words beside it only. */
    NAME;

    /** Name by which redactions are asked for and counted, in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands in the text instead, for example {@code <EMAIL>}. */
    public String mask() {
        return "<" + name() + ">";
    }

    /** A finder of this kind. */
    Finder finder() {
        return switch (this) {
            case IBAN -> new IbanFinder();
            case CARD -> new CardFinder();
            case NATIONAL_ID -> new NationalIdFinder();
            case KEY -> new KeyFinder();
            case EMAIL -> new EmailFinder();
            case IP -> new MachineAddressFinder();
            case MAC -> new HardwareAddressFinder();
            case WALLET -> new WalletFinder();
            case PHONE -> new PhoneFinder();
            case BIRTH_DATE -> new BirthDateFinder();
            case ADDRESS -> new PostalAddressFinder();
            case NAME -> new NameFinder();
        };
    }

    static PersonalKind named(String key) {
        for (PersonalKind kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        String known = Arrays.stream(values()).map(PersonalKind::key).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("redact.kinds: must be one of " + known + ", was '" + key + "'");
    }
}
