package org.florilegium.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florilegium.document.DocumentId;
import org.florilegium.source.SourceFile;
import org.florilegium.spec.PipelineSpec;

/** Decides what a run goes on from: the state that an earlier one left in its folder, or a new one. */
final class RunStart {
    private final RunFolder folder;
    private final PipelineSpec spec;
    private final Run.Options options;

    RunStart(RunFolder folder, PipelineSpec spec, Run.Options options) {
        this.folder = folder;
        this.spec = spec;
        this.options = options;
    }

    /** The state to go on from: a new one, or that of an earlier run of the same pipeline over the same input. */
    RunState begin(String ingestDigest, List<SourceFile> files) throws IOException {
        RunState wanted = new RunState(
                RunState.FORMAT,
                spec.name(),
                ingestDigest,
                inputDigest(files),
                RunState.INGESTING,
                Instant.now().toString(),
                "",
                host(),
                options.kind().name().toLowerCase(java.util.Locale.ROOT),
                "");
        Optional<RunState> before = folder.state();
        if (before.isEmpty()) {
            folder.requireNew();
            return wanted;
        }
        requireSame("the pipeline", before.get().ingestDigest(), wanted.ingestDigest());
        if (before.get().inputDigest().equals(wanted.inputDigest())) {
            return before.get();
        }
        if (options.add()) {
            return added(before.get(), wanted);
        }
        requireSame("the input", before.get().inputDigest(), wanted.inputDigest());
        return before.get();
    }

    /** The state of a folder to whose reservoir another input is added. */
    private RunState added(RunState before, RunState wanted) throws IOException {
        if (spec.isStream()) {
            throw new RunRefusedException("--add: goes with files; a topic is read on from where its reservoir ends");
        }
        if (before.state().equals(RunState.INGESTING)) {
            throw new RunRefusedException("output: the ingest into '" + folder.path()
                    + "' did not end; run it again with the input it had, then add to it");
        }
        if (folder.reservoir().holds(wanted.inputDigest())) {
            return before;
        }
        boolean unknown = before.curatedFrom().isEmpty() && folder.hasRelease();
        return wanted.withCuratedFrom(unknown ? "unknown" : before.curatedFrom());
    }

    private void requireSame(String what, String before, String now) throws IOException {
        if (!before.equals(now)) {
            throw new RunRefusedException("output: '" + folder.path() + "' holds a run, and " + what
                    + " has changed since (was " + before.substring(0, 12) + ", is " + now.substring(0, 12)
                    + "); use another folder, --fresh to replace it"
                    + (what.equals("the input") ? ", or --add to add to it" : ""));
        }
    }

    /** The state of an ingest that ended. */
    RunState ingested() throws IOException {
        RunState state = folder.state()
                .orElseThrow(() -> new RunRefusedException(
                        "output: no run.json in '" + folder.path() + "'; run 'ingest' into it first"));
        if (state.state().equals(RunState.INGESTING)) {
            throw new RunRefusedException(
                    "output: the ingest into '" + folder.path() + "' did not end; run 'ingest' or 'run' again");
        }
        return state;
    }

    private String inputDigest(List<SourceFile> files) {
        List<String> listed = new ArrayList<>();
        if (spec.isStream()) {
            spec.sources().forEach(source -> listed.add(source.topic()));
        }
        for (SourceFile file : files) {
            listed.add(file.fingerprint());
        }
        return DocumentId.sha256Hex(String.join("\n", listed));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
