package org.florilegium.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;

/**
 * Looks a document up, kept or left out, and gathers all that is written of it.
 *
 * <p>It is named by its row id, its document id, the beginning of one, or the uri of a place where it was found, for example
 * {@code crawl.warc.gz#line 3} for a member of a container.
 */
public final class ExplainDocument {
    private static final int CANDIDATES = 20;

    private ExplainDocument() {}

    /**
     * Everything written of the document named {@code query}: its rows in the release, or why it was left out and its rows in
     * the reservoir. Each has {@code decision} (kept, dropped, dead_letter, or tagged where it is in no release) and
     * {@code found_in}, the file.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when nothing has that name, or several documents have
     */
    public static List<ObjectNode> find(OutputFolder folder, String query) throws IOException {
        List<Place> matches = new ArrayList<>();
        matches.addAll(places(folder.shards(), Place.Kind.RELEASE, query));
        matches.addAll(places(folder.exclusions(), Place.Kind.EXCLUSIONS, query));
        matches.addAll(places(folder.documents(), Place.Kind.RESERVOIR, query));
        Place.Match strongest = matches.stream()
                .map(Place::match)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException(folder.root() + ": nothing is named '" + query
                        + "'; name a document id or the beginning of one (4 signs or more), or the uri of a source"));
        List<Place> places =
                matches.stream().filter(place -> place.match() == strongest).toList();
        requireOne(places, query);
        return explain(folder, places);
    }

    private static void requireOne(List<Place> places, String query) {
        Map<String, String> documents = new TreeMap<>();
        places.forEach(place -> documents.putIfAbsent(place.key(), place.name()));
        if (documents.size() > 1) {
            String names = String.join(
                    "\n  ", documents.values().stream().limit(CANDIDATES).toList());
            String more = documents.size() > CANDIDATES ? "\n  and " + (documents.size() - CANDIDATES) + " more" : "";
            throw new IllegalArgumentException(
                    "'" + query + "' names " + documents.size() + " documents; name one of them:\n  " + names + more);
        }
    }

    private static List<ObjectNode> explain(OutputFolder folder, List<Place> places) throws IOException {
        List<ObjectNode> found = new ArrayList<>();
        TreeSet<String> shown = new TreeSet<>();
        boolean excluded = places.stream().anyMatch(place -> place.kind() == Place.Kind.EXCLUSIONS);
        for (Place place : places) {
            boolean repeats = place.kind() == Place.Kind.RESERVOIR && !shown.add(place.id());
            if (!repeats) {
                shown.add(place.id());
                found.add(explain(folder, place, excluded));
            }
        }
        return found;
    }

    private static ObjectNode explain(OutputFolder folder, Place place, boolean excluded) throws IOException {
        String labels = RowReader.footer(place.file()).getOrDefault("florilegium.labels", "");
        ObjectNode json = RowJson.of(row(place), List.of(labels.split(",")));
        String decision = switch (place.kind()) {
            case RELEASE -> "kept";
            case EXCLUSIONS -> json.path("kind").asText();
            case RESERVOIR -> excluded ? "dropped" : "tagged";
        };
        json.remove("kind");
        json.put("decision", decision);
        json.put("found_in", folder.shown(place.file()));
        return json;
    }

    private static GenericRecord row(Place place) throws IOException {
        try (RowReader reader = RowReader.open(place.file())) {
            GenericRecord row = reader.next();
            for (long number = 0; number < place.row() && row != null; number++) {
                row = reader.next();
            }
            if (row == null) {
                throw new IOException(place.file() + ": has fewer rows than at first, wanted row " + place.row());
            }
            return row;
        }
    }

    private static List<Place> places(List<Path> files, Place.Kind kind, String query) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Path file : files) {
            try (RowReader reader = RowReader.open(file, Place.COLUMNS)) {
                long number = 0;
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    Place.of(kind, file, number++, row, query).ifPresent(places::add);
                }
            }
        }
        return places;
    }
}
