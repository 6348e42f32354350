package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.florilegium.document.Attribution;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Score;

/**
 * What a decision needs of a row: narrow columns, no text.
 *
 * @param documentId id of the document
 * @param part number of the part
 * @param tokens ICU words
 * @param language BCP-47 tag, {@code und} where unsure
 * @param source name of its source
 * @param licence empty where unknown
 * @param consents consent signals of all its origins, without empty ones
 * @param voice insider, outsider, translated, ethnographic, institutional or unknown
 * @param regions UN M49 codes
 * @param traditions traditions it belongs to, most probable first
 * @param scores whole-row scores by label
 * @param flags rule flags
 * @param passages stance and calls by passage
 */
public record Features(
        String documentId,
        int part,
        int tokens,
        String language,
        String source,
        String licence,
        List<String> consents,
        String voice,
        List<String> regions,
        List<Attribution> traditions,
        Map<String, Score> scores,
        List<String> flags,
        List<PassageMarks> passages)
        implements Serializable {

    /**
     * Stance and calls of one passage.
     *
     * @param start first code point
     * @param end code point after the last one
     * @param stance empty while untagged
     * @param calls call codes in the order of the installed labels
     */
    public record PassageMarks(int start, int end, String stance, byte[] calls) implements Serializable {
        static PassageMarks of(Passage passage) {
            return new PassageMarks(passage.start(), passage.end(), passage.stance(), passage.calls());
        }
    }

    public static Features of(Document document) {
        Origin origin = document.provenance().origin();
        List<String> consents = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(origin), document.provenance().otherOrigins().stream())
                .map(Origin::consent)
                .filter(consent -> !consent.isEmpty())
                .toList();
        return new Features(
                document.documentId(),
                document.part(),
                document.content().tokens(),
                document.content().language(),
                origin.source(),
                origin.licence(),
                consents,
                document.tags().voice(),
                document.tags().regions(),
                document.tags().traditions(),
                document.tags().scores(),
                document.hygiene().flags(),
                document.tags().passages().stream().map(PassageMarks::of).toList());
    }

    /** The most probable tradition, {@code unknown} where what is left over is more probable. */
    public String leadingTradition() {
        double known = traditions.stream().mapToDouble(Attribution::probability).sum();
        return traditions.stream()
                .filter(tradition -> tradition.probability() >= 1 - known)
                .max(java.util.Comparator.comparingDouble(Attribution::probability))
                .map(Attribution::name)
                .orElse(org.florilegium.balance.Target.UNKNOWN);
    }
}
