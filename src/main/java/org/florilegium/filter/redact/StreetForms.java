package org.florilegium.filter.redact;

import java.util.regex.Pattern;

/** How streets, house numbers, flats and postal codes are written, in patterns that never look further than one address. */
final class StreetForms {
    /** A word with a capital, or a number such as in {@code 5th Avenue}, or a small word between two of these. */
    private static final String WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}|[0-9]{1,3}(?:st|nd|rd|th))";

    private static final String PARTICLE =
            "(?:(?:de|del|della|dei|delle|des|du|da|das|do|dos|di|la|le|les|las|los|van|von|der|den|the|of|e|y|i|af) |l['’]|d['’])";
    private static final String NAME = PARTICLE + "{0,3}" + WORD + "(?: " + PARTICLE + "{0,3}" + WORD + "){0,3}";

    private static final String ENGLISH =
            "(?:Streets?|St|Roads?|Rd|Avenues?|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Close|Crescent|"
                    + "Cres|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Trl|Grove|Mews|Way|Quay|Row)(?!\\p{L})\\.?(?: (?:NE|NW|SE|SW|N|S|E|W)(?![\\p{L}]))?";
    private static final String ROMANCE =
            "(?:[Rr]ue|[Aa]v(?:enue|enida|da)?\\.?|[Bb]oulevard|[Bb]ld|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|"
                    + "[Cc]alle|C/|[Cc]arrer|[Cc]arretera|[Cc]amino|Camiño|[Pp]aseo|[Pp]asseig|[Pp]laza|[Rr]úa|[Vv]ia|[Vv]iale|[Pp]iazza|"
                    + "[Cc]orso|[Vv]icolo|[Ss]trada|[Rr]ua|[Tt]ravessa|[Ll]argo|[Pp]raça|[Aa]lameda|[Ss]tr(?:ada)?\\.?|[Uu]l(?:ica|ice)?\\.?|[Aa]l\\.|"
                    + "[Oo]s\\.|[Pp]l\\.|ул(?:ица)?\\.?|пр(?:оспект|-т|\\.)|пер(?:еулок)?\\.?|бул(?:ьвар|евард)?\\.?|вул(?:иця)?\\.?|Λεωφ\\.|Οδός)(?:(?<=[./])|(?!\\p{L}))";
    private static final String GERMANIC =
            "(?:stra(?:ss|ß)e|str\\.?|weg|gasse|platz|allee|damm|ufer|steig|lände|straat|laan|plein|gracht|kade|steenweg|dijk|singel|"
                    + "gade|gaden|gata|gatan|vej|vejen|veien|veg|vegen|vägen|väg|allé|torv|torg|stien|backen|tie|katu|polku|kuja|"
                    + "stræti|braut|gatu|gerði|tänav|iela|gatvė|utca|út|tér)";

    /** Words for street that stand apart, behind the name. */
    private static final String APART =
            "(?:[Ss]tra(?:ss|ß)e|[Pp]latz|[Aa]llee|[Gg]ade|[Vv]ej|[Gg]ata|tee|tänav|mnt|iela|gatvė|g\\.|utca|u\\.|út|tér|Str\\.?)";

    /** A post office box, a military post office, or a numbered highway contract box. */
    private static final String BOX =
            "(?:(?:P\\.? ?O\\.? ?|p\\.o\\. )[Bb]ox|PSC|Unit [0-9]{1,5} Box|Postfach|[Bb]oîte postale|B\\.?P\\.?|[Aa]partado(?: de [Cc]orreos)?|Postbus|Caixa Postal)";

    /** A street whose number follows it. */
    static final Pattern BEFORE_NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?:[0-9]{1,4} )?(?:"
            + ROMANCE + " ?" + NAME + ",?"
            + "|(?:" + NAME + " )?\\p{Lu}[\\p{L}-]{0,24}\\p{Ll}" + GERMANIC
            + "|" + NAME + "[ -]" + APART
            + ")|(?:[0-9]{1,4} )?" + BOX + ") ?(?:n[.°º]{0,2} ?|№ ?|д\\. ?)?\\z");

    /** What belongs to a house number: a letter or a second number. */
    static final Pattern HOUSE_NUMBER = Pattern.compile(
            "(?!(?:1[5-9]|20)[0-9]{2}(?![0-9]))[0-9]{1,5}(?: ?[a-dA-D](?!\\p{L}))?(?:[-/][0-9]{1,4})?(?!\\p{L})");

    /** A street whose number stands in front. */
    static final Pattern BEHIND_NUMBER =
            Pattern.compile("[0-9]{1,5}(?:[a-dA-D])?(?:[-/][0-9]{1,4})?(?:(?: bis| ter)?,)? (?:"
                    + "(?:[0-9]{1,5} )?(?:[NSEW]\\.? )?" + NAME + " " + ENGLISH
                    + "|(?:[0-9]{1,5} )?" + ROMANCE + " " + NAME
                    + ")(?! [0-9]{1,5} ?(?:km|m|years)\\b)");

    /** A line's end, an empty line, and what marks a quoted or listed line. */
    private static final String NEXT_LINE = "\\n{1,2}[^\\p{L}\\p{N}\\n]{0,4}";

    private static final String CITY = "\\p{Lu}[\\p{L}\\p{M}'’.-]{1,24}(?:[ -]\\p{L}[\\p{L}\\p{M}'’.-]{0,24}){0,3}";
    private static final String CODE =
            "(?:[A-Z]{2} [0-9]{5}(?:-[0-9]{4})?|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[0-9]{4} ?[A-Z]{2}|[0-9]{5,6}(?:-[0-9]{3,4})?|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}|[0-9]{4})";

    /** A flat, a postal code with its place, a place with its code; on the same line or the next. */
    static final Pattern FURTHER = Pattern.compile("(?:,? ?" + NEXT_LINE + "|, ?| )(?:"
            + "(?:(?i:apt|apartment|suite|ste|unit|flat|floor|room|box|app|wohnung)\\.? ?|# ?)[0-9]{1,5}[A-Za-z]?"
            + "|(?:" + CITY + "(?:,? ?" + NEXT_LINE + "|,? )(?:, )?){0,2}" + CODE
            + "|" + CODE + " " + CITY
            + ")(?![\\p{L}\\p{N}])");

    private StreetForms() {}
}
