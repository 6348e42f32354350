package org.florilegium.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;

/** Keeps what a reader hands over. */
final class RecordingSink implements MemberSink {
    final List<RawDocument> documents = new ArrayList<>();
    final List<String> drops = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public void document(RawDocument raw) {
        documents.add(raw);
        counts.merge("document", 1, Integer::sum);
    }

    @Override
    public void dropped(Origin origin, String reason, String message) {
        drops.add(origin.record() + "|" + reason);
        counts.merge(reason, 1, Integer::sum);
    }

    @Override
    public void deadLetter(Origin origin, String cause, String message) {
        deadLetters.add(origin.record() + "|" + cause);
        counts.merge("!" + cause, 1, Integer::sum);
    }

    int callbacks() {
        return documents.size() + drops.size() + deadLetters.size();
    }

    List<String> texts() {
        return documents.stream()
                .map(raw -> new String(raw.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
