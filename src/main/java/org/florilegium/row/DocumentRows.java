package org.florilegium.row;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Attribution;
import org.florilegium.document.Call;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Lineage;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.jspecify.annotations.Nullable;

/** Writes documents as Avro records of a row schema. The way back is {@link RowDocuments}. */
public final class DocumentRows {
    private final Schema schema;
    private final Schema origin;
    private final Schema passage;
    private final Schema attribution;
    private final Schema lineage;

    /** @param schema a schema of {@link RowSchema#of} */
    public DocumentRows(Schema schema) {
        this.schema = schema;
        this.origin = field("source");
        this.passage = field("passages").getElementType();
        this.attribution = field("traditions").getElementType();
        this.lineage = field("lineage").getElementType();
    }

    /** The row of a document as a reservoir holds it: nothing selected. */
    public GenericRecord toRecord(Document document) {
        GenericRecord row = new GenericData.Record(schema);
        row.put("id", document.id());
        row.put("document_id", document.documentId());
        row.put("part", document.part());
        putContent(row, document.content());
        putProvenance(row, document.provenance());
        putHygiene(row, document.hygiene());
        putTags(row, document.tags());
        row.put("excised", List.of());
        return row;
    }

    /** The row of a release. */
    public GenericRecord toRecord(ReleaseRow released) {
        GenericRecord row = toRecord(released.document());
        GenericRecord cluster = inUnion("cluster");
        cluster.put("id", released.clusterId());
        cluster.put("size", released.clusterSize());
        row.put("cluster", cluster);
        row.put("bands", List.of());
        row.put("sketch", List.of());
        row.put("excised", released.excised().stream().map(this::excised).toList());
        row.put("selection", selection(released.selection()));
        return row;
    }

    /** The record of an origin in {@code schema}, which may be that of a row or of an exclusion. */
    static GenericRecord originRecord(Schema schema, Origin origin) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("name", origin.source());
        record.put("uri", origin.uri());
        record.put("record", orNull(origin.record()));
        record.put("media_type", orNull(origin.mediaType()));
        record.put("retrieved_at", orNull(origin.retrievedAt()));
        record.put("digest", origin.digest());
        record.put("licence", orNull(origin.licence()));
        record.put("consent", orNull(origin.consent()));
        return record;
    }

    static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private void putContent(GenericRecord row, Content content) {
        row.put("text", content.text());
        row.put("text_bytes", content.text().getBytes(StandardCharsets.UTF_8).length);
        row.put("title", orNull(content.title()));
        row.put("language", content.language());
        row.put("language_probability", content.languageProbability());
        row.put("script", content.script());
        row.put("tokens", content.tokens());
    }

    private void putProvenance(GenericRecord row, Provenance provenance) {
        row.put("source", originRecord(origin, provenance.origin()));
        List<GenericRecord> origins = new ArrayList<>();
        origins.add(originRecord(origin, provenance.origin()));
        provenance.otherOrigins().forEach(other -> origins.add(originRecord(origin, other)));
        row.put("origins", origins);
        GenericRecord declared = new GenericData.Record(field("declared"));
        declared.put("tradition", orNull(provenance.declared().tradition()));
        declared.put("region", orNull(provenance.declared().region()));
        declared.put("voice", orNull(provenance.declared().voice()));
        declared.put("language", orNull(provenance.declared().language()));
        row.put("declared", declared);
        row.put("lineage", provenance.lineage().stream().map(this::stage).toList());
    }

    private GenericRecord stage(Lineage stage) {
        GenericRecord record = new GenericData.Record(lineage);
        record.put("stage", stage.stage());
        record.put("version", stage.version());
        record.put("config_digest", stage.configDigest());
        record.put("model_digest", orNull(stage.modelDigest()));
        return record;
    }

    private void putHygiene(GenericRecord row, Hygiene hygiene) {
        GenericRecord rules = new GenericData.Record(field("rules"));
        rules.put("measurements", hygiene.measurements());
        rules.put("flags", hygiene.flags());
        row.put("rules", rules);
        row.put("redactions", hygiene.redactions());
        row.put("bands", hygiene.bands());
        row.put("sketch", hygiene.sketch());
        row.put("units", hygiene.units().visible() == 0 ? null : units(hygiene.units()));
        row.put("has_lower_twin", hygiene.hasLowerTwin());
    }

    private GenericRecord units(TextUnits units) {
        GenericRecord record = inUnion("units");
        Schema element = record.getSchema().getField("list").schema().getElementType();
        List<GenericRecord> list = new ArrayList<>();
        for (TextUnit unit : units.list()) {
            GenericRecord one = new GenericData.Record(element);
            one.put("kind", unit.kind().word());
            one.put("start", unit.start());
            one.put("end", unit.end());
            one.put("visible", unit.visible());
            one.put("hash", unit.hash());
            one.put("occurrences", unit.occurrences());
            one.put("documents", unit.documents());
            list.add(one);
        }
        record.put("visible", units.visible());
        record.put("list", list);
        return record;
    }

    private void putTags(GenericRecord row, Tags tags) {
        row.put("passages", tags.passages().stream().map(this::passage).toList());
        if (schema.getField("scores") != null) {
            row.put("scores", scores(tags.scores()));
        }
        row.put("traditions", tags.traditions().stream().map(this::attribution).toList());
        row.put("regions", tags.regions());
        row.put("voice", tags.voice());
    }

    private GenericRecord passage(Passage value) {
        GenericRecord record = new GenericData.Record(passage);
        List<@Nullable Float> p = new ArrayList<>(value.p().length);
        List<@Nullable Integer> calls = new ArrayList<>(value.p().length);
        for (int i = 0; i < value.p().length; i++) {
            p.add(Float.isNaN(value.p()[i]) ? null : value.p()[i]);
            calls.add(value.calls()[i] == Call.ABSENT ? null : Integer.valueOf(value.calls()[i]));
        }
        record.put("start", value.start());
        record.put("end", value.end());
        record.put("language", orNull(value.language()));
        record.put("tier", value.tier().number());
        record.put("p", p);
        record.put("calls", calls);
        record.put("conflicts", value.conflicts());
        record.put("stance", orNull(value.stance()));
        return record;
    }

    private GenericRecord attribution(Attribution value) {
        GenericRecord record = new GenericData.Record(attribution);
        record.put("name", value.name());
        record.put("probability", value.probability());
        record.put("relation", value.relation());
        record.put("evidence", value.evidence());
        return record;
    }

    private GenericRecord scores(Map<String, Score> scores) {
        GenericRecord families = new GenericData.Record(field("scores"));
        for (Schema.Field family : families.getSchema().getFields()) {
            Schema names = family.schema().getTypes().get(1);
            GenericRecord record = new GenericData.Record(names);
            boolean any = false;
            for (Schema.Field name : names.getFields()) {
                Score score = scores.get(family.name() + "." + name.name());
                any |= score != null;
                record.put(
                        name.name(),
                        score == null ? null : score(name.schema().getTypes().get(1), score));
            }
            families.put(family.name(), any ? record : null);
        }
        return families;
    }

    private static GenericRecord score(Schema schema, Score score) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("p", score.p());
        record.put("lo", score.lo());
        record.put("hi", score.hi());
        record.put("call", score.call().word());
        record.put("tier", score.tier().number());
        return record;
    }

    private GenericRecord excised(Excision excision) {
        GenericRecord record = new GenericData.Record(field("excised").getElementType());
        record.put("start", excision.start());
        record.put("end", excision.end());
        record.put("reason", excision.reason());
        return record;
    }

    private GenericRecord selection(Selection selection) {
        GenericRecord record = inUnion("selection");
        record.put("profile", selection.profile());
        record.put("charged_to", selection.chargedTo());
        record.put("copies", selection.copies());
        record.put("intensity", selection.intensity());
        record.put("unit", selection.unit());
        record.put("weights_version", selection.weightsVersion());
        return record;
    }

    private GenericRecord inUnion(String name) {
        return new GenericData.Record(field(name).getTypes().get(1));
    }

    private Schema field(String name) {
        return schema.getField(name).schema();
    }
}
