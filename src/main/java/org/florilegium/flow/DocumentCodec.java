package org.florilegium.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.florilegium.document.Attribution;
import org.florilegium.document.Call;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Lineage;
import org.florilegium.document.Measurements;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.document.Tier;

/**
 * Writes documents as Avro binary, field by field, without a record in between: a document crosses shuffles several times,
 * and records of it cost more than its text.
 *
 * <p>What nearly all documents of a job share, the lineage and the names of the measurements, is coded once and recognized by
 * its bytes afterwards. Instances may be shared between threads.
 */
public final class DocumentCodec {
    private static final int ROOM_BESIDE_TEXT = 2048;

    private final Interned<List<Lineage>> lineages;
    private final Interned<List<String>> names;

    /** For the way between workers. */
    public DocumentCodec() {
        this(true);
    }

    private DocumentCodec(boolean packed) {
        lineages = new Interned<>(DocumentCodec::writeLineage, DocumentCodec::readLineage, packed);
        names = new Interned<>(DocumentCodec::writeTexts, DocumentCodec::readTexts, packed);
    }

    /** For digests: bytes follow from the document alone, wherever they are made. */
    public static DocumentCodec forDigests() {
        return new DocumentCodec(false);
    }

    /** The bytes of one document. */
    public byte[] bytes(Document document) throws IOException {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(document.content().text().length() + ROOM_BESIDE_TEXT);
        Encoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        write(document, out);
        out.flush();
        return bytes.toByteArray();
    }

    /** The document of {@link #bytes}. */
    public Document document(byte[] bytes) throws IOException {
        return read(DecoderFactory.get().binaryDecoder(bytes, null));
    }

    /** Appends a document. */
    public void write(Document document, Encoder out) throws IOException {
        out.writeString(document.documentId());
        out.writeInt(document.part());
        writeContent(document.content(), out);
        Provenance provenance = document.provenance();
        writeOrigin(provenance.origin(), out);
        Declared declared = provenance.declared();
        for (String said : List.of(declared.tradition(), declared.region(), declared.voice(), declared.language())) {
            out.writeString(said);
        }
        out.writeInt(provenance.otherOrigins().size());
        for (Origin origin : provenance.otherOrigins()) {
            writeOrigin(origin, out);
        }
        lineages.write(provenance.lineage(), out);
        writeHygiene(document.hygiene(), out);
        writeTags(document.tags(), out);
    }

    /** Reads what {@link #write} appended. */
    public Document read(Decoder in) throws IOException {
        String id = in.readString();
        int part = in.readInt();
        Content content = readContent(in);
        Origin origin = readOrigin(in);
        Declared declared = new Declared(in.readString(), in.readString(), in.readString(), in.readString());
        Provenance provenance = new Provenance(origin, declared, readOrigins(in), lineages.read(in));
        return new Document(id, part, content, provenance, readHygiene(in), readTags(in));
    }

    private static void writeContent(Content content, Encoder out) throws IOException {
        out.writeString(content.text());
        out.writeString(content.title());
        out.writeString(content.language());
        out.writeString(content.script());
        out.writeDouble(content.languageProbability());
        out.writeInt(content.tokens());
    }

    private static Content readContent(Decoder in) throws IOException {
        return new Content(
                in.readString(), in.readString(), in.readString(), in.readString(), in.readDouble(), in.readInt());
    }

    static void writeOrigin(Origin origin, Encoder out) throws IOException {
        out.writeString(origin.source());
        out.writeString(origin.uri());
        out.writeString(origin.record());
        out.writeString(origin.mediaType());
        out.writeString(origin.retrievedAt());
        out.writeString(origin.digest());
        out.writeString(origin.licence());
        out.writeString(origin.consent());
    }

    static Origin readOrigin(Decoder in) throws IOException {
        return new Origin(
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString());
    }

    private static List<Origin> readOrigins(Decoder in) throws IOException {
        List<Origin> origins = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            origins.add(readOrigin(in));
        }
        return origins;
    }

    private void writeHygiene(Hygiene hygiene, Encoder out) throws IOException {
        writeMeasurements(Measurements.of(hygiene.measurements()), out);
        writeTexts(hygiene.flags(), out);
        out.writeInt(hygiene.redactions().size());
        for (Map.Entry<String, Integer> kind : hygiene.redactions().entrySet()) {
            out.writeString(kind.getKey());
            out.writeInt(kind.getValue());
        }
        out.writeInt(hygiene.bands().size());
        for (long band : hygiene.bands()) {
            out.writeLong(band);
        }
        out.writeInt(hygiene.sketch().size());
        for (int least : hygiene.sketch()) {
            out.writeInt(least);
        }
        writeUnits(hygiene.units(), out);
        out.writeBoolean(hygiene.hasLowerTwin());
    }

    private Hygiene readHygiene(Decoder in) throws IOException {
        Measurements measurements = readMeasurements(in);
        List<String> flags = readTexts(in);
        Map<String, Integer> redactions = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            redactions.put(in.readString(), in.readInt());
        }
        int count = in.readInt();
        List<Long> bands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bands.add(in.readLong());
        }
        int leasts = in.readInt();
        List<Integer> sketch = new ArrayList<>(leasts);
        for (int i = 0; i < leasts; i++) {
            sketch.add(in.readInt());
        }
        return new Hygiene(measurements, flags, redactions, bands, sketch, readUnits(in), in.readBoolean());
    }

    private void writeMeasurements(Measurements measurements, Encoder out) throws IOException {
        names.write(measurements.names(), out);
        for (int i = 0; i < measurements.size(); i++) {
            out.writeDouble(measurements.value(i));
        }
    }

    private Measurements readMeasurements(Decoder in) throws IOException {
        List<String> read = names.read(in);
        double[] values = new double[read.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return Measurements.ofSorted(read, values);
    }

    /** Appends an exclusion. */
    void write(Exclusion exclusion, Encoder out) throws IOException {
        out.writeBoolean(exclusion.kind() == Exclusion.Kind.DEAD_LETTER);
        out.writeString(exclusion.stage());
        out.writeString(exclusion.reason());
        out.writeString(exclusion.message());
        out.writeString(exclusion.documentId());
        out.writeString(exclusion.duplicateOf());
        out.writeString(exclusion.title());
        out.writeString(exclusion.language());
        out.writeInt(exclusion.tokens());
        writeMeasurements(Measurements.of(exclusion.measurements()), out);
        writeTexts(exclusion.flags(), out);
        out.writeInt(exclusion.origins().size());
        for (Origin origin : exclusion.origins()) {
            writeOrigin(origin, out);
        }
    }

    /** Reads an exclusion that was appended. */
    Exclusion readExclusion(Decoder in) throws IOException {
        return new Exclusion(
                in.readBoolean() ? Exclusion.Kind.DEAD_LETTER : Exclusion.Kind.DROPPED,
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readString(),
                in.readInt(),
                readMeasurements(in),
                readTexts(in),
                readOrigins(in));
    }

    private static void writeUnits(TextUnits units, Encoder out) throws IOException {
        out.writeInt(units.visible());
        out.writeInt(units.list().size());
        for (TextUnit unit : units.list()) {
            out.writeBoolean(unit.kind() == TextUnit.Kind.LINE);
            out.writeInt(unit.start());
            out.writeInt(unit.end());
            out.writeInt(unit.visible());
            out.writeLong(unit.hash());
            out.writeInt(unit.occurrences());
            out.writeInt(unit.documents());
        }
    }

    private static TextUnits readUnits(Decoder in) throws IOException {
        int visible = in.readInt();
        int count = in.readInt();
        List<TextUnit> units = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            units.add(new TextUnit(
                    in.readBoolean() ? TextUnit.Kind.LINE : TextUnit.Kind.PARAGRAPH,
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readLong(),
                    in.readInt(),
                    in.readInt()));
        }
        return new TextUnits(visible, units);
    }

    private static void writeTags(Tags tags, Encoder out) throws IOException {
        out.writeInt(tags.passages().size());
        for (Passage passage : tags.passages()) {
            writePassage(passage, out);
        }
        out.writeInt(tags.scores().size());
        for (Map.Entry<String, Score> score : tags.scores().entrySet()) {
            out.writeString(score.getKey());
            writeScore(score.getValue(), out);
        }
        out.writeInt(tags.traditions().size());
        for (Attribution tradition : tags.traditions()) {
            out.writeString(tradition.name());
            out.writeDouble(tradition.probability());
            out.writeString(tradition.relation());
            writeTexts(tradition.evidence(), out);
        }
        writeTexts(tags.regions(), out);
        out.writeString(tags.voice());
    }

    private static Tags readTags(Decoder in) throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            passages.add(readPassage(in));
        }
        Map<String, Score> scores = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            scores.put(in.readString(), readScore(in));
        }
        List<Attribution> traditions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            traditions.add(new Attribution(in.readString(), in.readDouble(), in.readString(), readTexts(in)));
        }
        return new Tags(passages, scores, traditions, readTexts(in), in.readString());
    }

    private static void writePassage(Passage passage, Encoder out) throws IOException {
        out.writeInt(passage.start());
        out.writeInt(passage.end());
        out.writeString(passage.language());
        out.writeInt(passage.tier().number());
        out.writeInt(passage.p().length);
        for (float p : passage.p()) {
            out.writeFloat(p);
        }
        out.writeInt(passage.calls().length);
        out.writeFixed(passage.calls());
        writeTexts(passage.conflicts(), out);
        out.writeString(passage.stance());
    }

    private static Passage readPassage(Decoder in) throws IOException {
        int start = in.readInt();
        int end = in.readInt();
        String language = in.readString();
        Tier tier = Tier.of(in.readInt());
        float[] p = new float[in.readInt()];
        for (int i = 0; i < p.length; i++) {
            p[i] = in.readFloat();
        }
        byte[] calls = new byte[in.readInt()];
        in.readFixed(calls);
        return new Passage(start, end, language, tier, p, calls, readTexts(in), in.readString());
    }

    private static void writeScore(Score score, Encoder out) throws IOException {
        out.writeDouble(score.p());
        out.writeDouble(score.lo());
        out.writeDouble(score.hi());
        out.writeString(score.call().word());
        out.writeInt(score.tier().number());
    }

    private static Score readScore(Decoder in) throws IOException {
        return new Score(
                in.readDouble(), in.readDouble(), in.readDouble(), Call.of(in.readString()), Tier.of(in.readInt()));
    }

    private static void writeLineage(List<Lineage> lineage, Encoder out) throws IOException {
        out.writeInt(lineage.size());
        for (Lineage stage : lineage) {
            out.writeString(stage.stage());
            out.writeString(stage.version());
            out.writeString(stage.configDigest());
            out.writeString(stage.modelDigest());
        }
    }

    private static List<Lineage> readLineage(Decoder in) throws IOException {
        List<Lineage> lineage = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lineage.add(new Lineage(in.readString(), in.readString(), in.readString(), in.readString()));
        }
        return List.copyOf(lineage);
    }

    private static void writeTexts(List<String> texts, Encoder out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
    }

    private static List<String> readTexts(Decoder in) throws IOException {
        int count = in.readInt();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readString());
        }
        return texts;
    }
}
