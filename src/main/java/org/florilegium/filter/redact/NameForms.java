package org.florilegium.filter.redact;

import java.util.regex.Pattern;

/** What stands in front of a name that somebody gives or is called by, and how names are built. */
final class NameForms {
    private static final String TITLE =
            "(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Mister|Madam|Herrn?|Frau|Monsieur|Madame|M|Mme|Mlle|Sr|Sra|Srta|Señora?|Senhora?|"
                    + "Sig|Signora?|Dott|Dhr|Mevr|Pan|Pani|г-н|г-жа)(?:\\.|(?=\\s))\\s?)";
    /** Words that begin with a capital where a name could stand. */
    private static final String NO_NAME =
            "(?!(?:Sirs?|Madam|Madame|Colleagues?|Friends?|Friend|All|Team|Everyone|Everybody|There|Reader|Readers|Editor|God|Lord|Customer|"
                    + "Ladies|Gentlemen|World|Mom|Mum|Dad|Mother|Father|Brother|Sister|Sisters|Brethren|Brothers|Damen|Herren|Herr|Freunde?|Not|"
                    + "Unknown|None|Address|Street|City|The|This|Your|My|I|It|If|We|He|She|They|You|In|On|At|No|Yes|To|And|Grüße|Grüsse|Leute|GmbH|AG|Ltd|Inc|LLC|Corp|Corporation|Company|Co|Verlag|Foundation|University|Universität|Press|"
                    + "Association|Verein|Stiftung|Office|Department|Ministry|Church|School|College|Library|Museum|Hotel|Institute|Society|Contact|"
                    + "Kontakt|Impressum|Redaktion|Anschrift|Adresse|Dirección|Indirizzo)(?!\\p{L}))";

    private static final String PART =
            "(?:\\p{Lu}\\.|" + NO_NAME + "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*(?!\\p{L}))";
    private static final String PARTICLE =
            "(?:(?:van|von|der|den|de|del|della|di|da|das|do|dos|du|la|le|bin|ibn|bint|al|el|ten|ter|zu|y|e|af|av) ){1,3}";
    private static final String WHOLE = PART + "(?:[ \u00A0]" + "(?:" + PARTICLE + ")?" + PART + "){0,3}";

    /** A name, with a title in front that is not part of it. */
    static final Pattern NAME = Pattern.compile(TITLE + "{0,2}(?<name>" + WHOLE + ")");
    /** Two to four characters that end with the sentence. */
    static final Pattern UNSPACED_NAME = Pattern.compile(
            "\\s?(?<name>[\\p{IsHan}\\p{IsKatakana}\\p{IsHangul}]{2,4})(?=[,.;。，、；]|です|と申|입니다|이에요|라고|\\s|$)");
    /** A name that is all of its line, behind what marks a quoted or listed line. */
    static final Pattern LINE =
            Pattern.compile("[^\\p{L}\\p{N}\\n]{0,4}" + TITLE + "{0,2}(?<name>" + WHOLE + ")\\s{0,4},?$");
    /** Two names or more that are all of their line. */
    static final Pattern FULL_LINE = Pattern.compile("[^\\p{L}\\p{N}\\n]{0,4}" + TITLE + "{0,2}(?<name>" + PART
            + "(?:[ \u00A0](?:" + PARTICLE + ")?" + PART + "){1,3})\\s{0,4},?$");
    /** A name, or a first name, that the comma of a greeting ends. */
    static final Pattern GREETED = Pattern.compile(TITLE + "{0,2}(?<name>" + WHOLE + ")(?=\\s?(?:[,!:،]|$))");

    /** How letters begin, at the start of a line. */
    static final Pattern GREETING = Pattern.compile(
            "\\s{0,2}(?:(?:My )?[Dd]ear(?:est)?|Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Sehr geehrter?|Lieber?|Hallo|Guten Tag|"
                    + "Chère?|Bonjour|Salut|Estimad[oa]|Querid[oa]|Hola|Car[oa]|Gentile|Ciao|Prezad[oa]|Olá|Beste|Geachte|Hej|Hei|Kære|Kjære|"
                    + "Drog[ia]|Szanown[ya]|Уважаем(?:ый|ая)|Дорог(?:ой|ая)|Sevgili|Sayın),? (?=\\p{Lu})");

    /** How letters close, on a line of their own. */
    static final Pattern CLOSE = Pattern.compile(
            "\\s{0,4}(?:(?:Yours )?(?:[Ss]incerely|[Tt]ruly|[Ff]aithfully|[Rr]espectfully)(?: yours)?|(?:(?:Best|Kind|Warm|Kindest|Warmest) )?"
                    + "[Rr]egards|Best(?: wishes)?|All the best|Cheers|Many thanks|Thanks|Thank you|Love|Mit freundlichen Grüßen|"
                    + "(?:Viele|Liebe|Beste|Herzliche) Grüße|Cordialement|Bien cordialement|Amicalement|Atentamente|Saludos(?: cordiales)?|"
                    + "Un saludo|Cordiali saluti|Distinti saluti|Atenciosamente|Com os melhores cumprimentos|Met vriendelijke groet(?:en)?|"
                    + "Med vänlig hälsning|Med vennlig hilsen|Med venlig hilsen|Ystävällisin terveisin|Z poważaniem|Pozdrawiam|"
                    + "S pozdravem|С уважением|Saygılarımla)\\s?[,.!]?\\s{0,4}");

    private NameForms() {}
}
