package org.florilegium.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How records of a web archive begin and end. */
enum ArchiveKind {
    /** A line {@code WARC/1.0}, fields up to an empty line, the block, two line ends. */
    WARC("broken_warc", "truncated_warc", 6, 2) {
        @Override
        boolean startsWith(byte[] line, int length) {
            return length >= 6 && text(line, 5).equals("WARC/") && Character.isDigit((char) line[5]);
        }

        @Override
        boolean isWholeHeader(int lineLength, int lines) {
            return lineLength == 0;
        }

        @Override
        long contentLength(String header) {
            Matcher field = FIELD.matcher(header);
            return field.find() ? Long.parseLong(field.group(1)) : 0;
        }
    },

    /** One line of address, host, time, media type and length, the block, one line end. */
    ARC("broken_arc", "truncated_arc", 4096, 1) {
        @Override
        boolean startsWith(byte[] line, int length) {
            if (length == 0 || !Character.isLetter(line[0])) {
                return false;
            }
            String[] fields = text(line, length).strip().split(" ", -1);
            int last = fields.length - 1;
            return fields.length >= FEWEST_FIELDS
                    && NUMBER.matcher(fields[last]).matches()
                    && ADDRESS.matcher(fields[0]).matches()
                    && Arrays.stream(fields, 2, last - 1)
                            .anyMatch(field -> TIME.matcher(field).matches());
        }

        @Override
        boolean isWholeHeader(int lineLength, int lines) {
            return lines == 1;
        }

        @Override
        long contentLength(String header) {
            String line = header.strip();
            return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        }
    };

    private static final Pattern FIELD = Pattern.compile("(?im)^content-length[ \\t]*:[ \\t]*(\\d{1,18})[ \\t]*\\r?$");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern TIME = Pattern.compile("\\d{8,14}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");
    private static final int FEWEST_FIELDS = 5;

    private final String broken;
    private final String truncated;
    private final int markBytes;
    private final int lineEnds;

    ArchiveKind(String broken, String truncated, int markBytes, int lineEnds) {
        this.broken = broken;
        this.truncated = truncated;
        this.markBytes = markBytes;
        this.lineEnds = lineEnds;
    }

    /** The kind of an archive that begins with {@code head}. */
    static ArchiveKind of(byte[] head) {
        return text(head, head.length).startsWith("filedesc:") ? ARC : WARC;
    }

    /** Cause of a dead letter for what is no record. */
    String broken() {
        return broken;
    }

    /** Cause of a dead letter for a record in which the file ends. */
    String truncated() {
        return truncated;
    }

    /** Bytes from the start of a line by which the start of a record is told, at most. */
    int markBytes() {
        return markBytes;
    }

    /** Line ends behind a block. */
    int lineEnds() {
        return lineEnds;
    }

    /** Whether a record starts with {@code line}, of which {@code length} bytes are given, without its end. */
    abstract boolean startsWith(byte[] line, int length);

    /** Whether a header ends with its {@code lines}th line, which has {@code lineLength} bytes. */
    abstract boolean isWholeHeader(int lineLength, int lines);

    /** Bytes of the block that follows {@code header}; 0 where it does not say. */
    abstract long contentLength(String header);

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
