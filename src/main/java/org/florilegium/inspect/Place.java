package org.florilegium.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Origin;
import org.florilegium.row.RowDocuments;

/**
 * Where a row stands that a query names.
 *
 * @param kind which kind of file
 * @param file the file
 * @param row its number, from 0
 * @param match how the query names it
 * @param id row id, or document id of an exclusion; empty where there was none yet
 * @param key the same for all rows of one document
 * @param name what a user may type to mean this document alone, and what it is
 */
record Place(Kind kind, Path file, long row, Match match, String id, String key, String name) {
    static final List<String> COLUMNS = List.of("id", "document_id", "title", "origins");
    private static final int SHORTEST_PREFIX = 4;

    /** Kinds of files. */
    enum Kind {
        RELEASE,
        EXCLUSIONS,
        RESERVOIR
    }

    /** Ways of naming a row, the strongest first. */
    enum Match {
        ID,
        ORIGIN,
        URI,
        PREFIX
    }

    static Optional<Place> of(Kind kind, Path file, long number, GenericRecord row, String query) {
        String documentId = text(row, "document_id");
        String id = row.getSchema().getField("id") == null ? documentId : text(row, "id");
        List<Origin> origins = RowDocuments.origins(row);
        return match(query, id, documentId, origins).map(match -> {
            Origin first = origins.get(0);
            String typed = documentId.isEmpty() ? place(first) : documentId;
            return new Place(
                    kind,
                    file,
                    number,
                    match,
                    id,
                    documentId.isEmpty() ? place(first) : documentId,
                    typed + "  " + place(first) + "  " + text(row, "title"));
        });
    }

    private static Optional<Match> match(String query, String id, String documentId, List<Origin> origins) {
        if (query.equals(id) || query.equals(documentId)) {
            return Optional.of(Match.ID);
        }
        if (query.contains("/")
                && query.startsWith(documentId + "/")
                && !documentId.isEmpty()
                && id.equals(documentId)) {
            return Optional.of(Match.ID); // a part of a document that was left out as a whole
        }
        for (Origin origin : origins) {
            if (query.equals(place(origin))) {
                return Optional.of(Match.ORIGIN);
            }
            if (query.equals(origin.uri()) || origin.uri().endsWith("/" + query)) {
                return Optional.of(Match.URI);
            }
        }
        boolean begins = query.length() >= SHORTEST_PREFIX && id.startsWith(query);
        return begins ? Optional.of(Match.PREFIX) : Optional.empty();
    }

    private static String place(Origin origin) {
        return origin.record().isEmpty() ? origin.uri() : origin.uri() + "#" + origin.record();
    }

    private static String text(GenericRecord row, String name) {
        Object value = row.get(name);
        return value == null ? "" : value.toString();
    }
}
