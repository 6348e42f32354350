package org.florilegium.pipeline;

import java.util.Objects;

/**
 * How far a run got: {@code run.json}, which no hash covers.
 *
 * @param format version of this form, 1
 * @param pipeline name of the pipeline
 * @param ingestDigest digest of what can change a row of the reservoir
 * @param inputDigest digest of the list of input files, or of the topic
 * @param state one of the words below
 * @param startedAt ISO 8601
 * @param finishedAt ISO 8601, empty before
 * @param host name of the machine
 * @param engine which engine ran it
 * @param curatedFrom digest of the commits that the release was, or is being, made from; empty before
 */
public record RunState(
        int format,
        String pipeline,
        String ingestDigest,
        String inputDigest,
        String state,
        String startedAt,
        String finishedAt,
        String host,
        String engine,
        String curatedFrom) {
    static final int FORMAT = 1;
    static final String INGESTING = "ingesting";
    static final String INGESTED = "ingested";
    static final String FINISHED = "finished";

    public RunState {
        curatedFrom = Objects.requireNonNullElse(curatedFrom, "");
    }

    RunState withState(String next, String at) {
        return new RunState(
                format, pipeline, ingestDigest, inputDigest, next, startedAt, at, host, engine, curatedFrom);
    }

    RunState withCuratedFrom(String commits) {
        return new RunState(
                format, pipeline, ingestDigest, inputDigest, state, startedAt, finishedAt, host, engine, commits);
    }
}
