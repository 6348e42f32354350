package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.florilegium.flow.MemberSink;
import org.florilegium.source.LineReader.Line;

/** Members of a file of JSON lines: every line is one, blank ones too. */
final class JsonLinesMembers {
    private final MemberOrigins origins;
    private final ReadLimits limits;
    private final JsonObjects objects;

    JsonLinesMembers(MemberOrigins origins, ReadLimits limits) {
        this.origins = origins;
        this.limits = limits;
        this.objects = new JsonObjects(origins.spec(), limits);
    }

    void read(InputStream in, MemberSink sink) throws IOException {
        LineReader lines = new LineReader(in, limits.lineBytes());
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            readLine(line.get(), sink);
        }
    }

    private void readLine(Line line, MemberSink sink) {
        String locator = "line " + line.number();
        if (line.tooLong()) {
            String message = "a line of more than " + limits.lineBytes() + " bytes";
            sink.deadLetter(origins.member(locator, ""), "too_large", message);
        } else if (isBlank(line.bytes())) {
            sink.dropped(
                    origins.member(locator, MemberOrigins.sha256(line.bytes())),
                    "blank_line",
                    "nothing but white space");
        } else {
            objects.read(line.bytes(), origins.uri(), locator, sink);
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
