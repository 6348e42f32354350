package org.florilegium.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.florilegium.document.Document;
import org.florilegium.flow.DocumentCodec;
import org.florilegium.row.Excision;
import org.florilegium.row.ReleaseRow;
import org.florilegium.row.Selection;

/**
 * A row on its way into a shard: what orders it, and the rest as bytes.
 *
 * @param group what comes before its id in the order
 * @param documentId id of its document
 * @param part number of the part
 * @param row the {@link ReleaseRow}, as {@link #pack} wrote it
 */
record ShardRow(Group group, String documentId, int part, byte[] row) {
    private static final int MOST_DIGITS = 10;

    /**
     * Rows that are together in a shard, ordered as in {@link ShardOrder}.
     *
     * @param tradition most probable tradition, {@link ShardOrder#UNKNOWN} where there is none
     * @param language BCP-47
     */
    record Group(String tradition, String language) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::tradition).thenComparing(Group::language);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /** A number in whose order parts of one document lie: that of their numbers as text, as ids are compared. */
    static long placeOfPart(int part) {
        String digits = Integer.toString(part);
        long place = 0;
        for (int i = 0; i < MOST_DIGITS; i++) {
            place = place * 11 + (i < digits.length() ? 1 + digits.charAt(i) - '0' : 0);
        }
        return place;
    }

    private static final int ROOM_BESIDE_TEXT = 2048;

    /** The bytes of a row for the way to its shard. */
    static byte[] pack(String tradition, ReleaseRow row, DocumentCodec codec) throws IOException {
        Document document = row.document();
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(document.content().text().length() + ROOM_BESIDE_TEXT);
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        out.writeString(tradition);
        out.writeString(document.content().language());
        out.writeString(document.documentId());
        out.writeInt(document.part());
        codec.write(document, out);
        out.writeString(row.clusterId());
        out.writeInt(row.clusterSize());
        out.writeInt(row.excised().size());
        for (Excision excision : row.excised()) {
            out.writeInt(excision.start());
            out.writeInt(excision.end());
            out.writeString(excision.reason());
        }
        writeSelection(row.selection(), out);
        out.flush();
        return bytes.toByteArray();
    }

    /** Reads what orders a packed row. */
    static ShardRow of(byte[] packed) throws IOException {
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(packed, null);
        return new ShardRow(new Group(in.readString(), in.readString()), in.readString(), in.readInt(), packed);
    }

    /** The whole row. */
    ReleaseRow unpack(DocumentCodec codec) throws IOException {
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(row, null);
        for (int header = 0; header < 3; header++) {
            in.skipString();
        }
        in.readInt();
        Document document = codec.read(in);
        String clusterId = in.readString();
        int clusterSize = in.readInt();
        List<Excision> excised = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            excised.add(new Excision(in.readInt(), in.readInt(), in.readString()));
        }
        return new ReleaseRow(document, clusterId, clusterSize, excised, readSelection(in));
    }

    private static void writeSelection(Selection selection, BinaryEncoder out) throws IOException {
        out.writeString(selection.profile());
        out.writeString(selection.chargedTo());
        out.writeInt(selection.copies());
        out.writeDouble(selection.intensity());
        out.writeDouble(selection.unit());
        out.writeString(selection.weightsVersion());
    }

    private static Selection readSelection(BinaryDecoder in) throws IOException {
        return new Selection(
                in.readString(), in.readString(), in.readInt(), in.readDouble(), in.readDouble(), in.readString());
    }
}
