#!/usr/bin/env bash
# Runs a tiny pipeline once and keeps the classes it loaded in target/florilegium.jsa, from which later runs start in half
# the time. Without the archive everything works, only more slowly, so a failure here is told and forgiven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

archive=target/florilegium.jsa
work=target/archive
rm -rf "$archive" "$work"
mkdir -p "$work/in"
for number in 1 2 3; do
    printf '{"id": "%s", "text": "A tide table says when the water will be high, and the harbour lives by it. Page %s."}\n' \
        "$number" "$number" >>"$work/in/pages.jsonl"
done
if ! FLORILEGIUM_JAVA_OPTS="-XX:ArchiveClassesAtExit=$archive -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:class+path=off" \
    bin/florilegium run pipelines/recipe.yaml --set input="$work/in" --set output="$work/out" \
    --set recipe=empty,gopher-repetition,gopher-quality,c4,fineweb --fresh >"$work/log" 2>&1; then
    echo "no class archive, runs will start more slowly: see $work/log" >&2
    exit 0
fi
rm -rf "$work"
