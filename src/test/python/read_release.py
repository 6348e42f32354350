"""Opens the shards of a release with pyarrow, DuckDB and polars and prints what each one saw, as JSON.

    python read_release.py RELEASE

Each reader filters scores.harm.toxicity.p without unnesting and looks into nested fields; pyarrow checks the footers against
the manifest and the nested types.
"""

import json
import pathlib
import sys

import duckdb
import polars
import pyarrow.parquet as parquet
import pyarrow.types as types

THRESHOLD = 0.5


def check(holds, message):
    if not holds:
        raise SystemExit(f"read_release.py: {message}")


def check_footer(shard, manifest):
    footer = {key.decode(): value.decode() for key, value in parquet.read_metadata(shard).metadata.items()}
    check(footer["florilegium.schema_version"] == "1", f"{shard}: schema version {footer['florilegium.schema_version']}")
    check(footer["florilegium.labels"].split(",") == manifest["labels"], f"{shard}: labels differ from the manifest")
    check(footer["florilegium.pipeline_digest"] == manifest["pipeline_digest"], f"{shard}: pipeline digest differs")
    check(footer["florilegium.seed"] == manifest["seed"], f"{shard}: seed differs")
    check(json.loads(footer["florilegium.model_digests"]) == manifest["model_digests"], f"{shard}: models differ")
    return sorted(key for key in footer if key.startswith("florilegium."))


def check_types(schema, labels):
    scores = schema.field("scores").type
    for label in labels:
        family, name = label.split(".")
        score = scores.field(family).type.field(name).type
        for field, wanted in (("p", types.is_float64), ("lo", types.is_float64), ("hi", types.is_float64)):
            check(wanted(score.field(field).type), f"scores.{label}.{field} is {score.field(field).type}")
        check(types.is_string(score.field("call").type), f"scores.{label}.call is {score.field('call').type}")
    passage = schema.field("passages").type.value_type
    check(types.is_float32(passage.field("p").type.value_type), f"passages.p is {passage.field('p').type}")
    check(types.is_struct(schema.field("source").type), "source is no struct")
    check(types.is_struct(schema.field("selection").type), "selection is no struct")
    check(types.is_struct(schema.field("traditions").type.value_type), "traditions holds no structs")


def check_rows(rows, labels):
    for row in rows:
        check(row["id"] == f"{row['document_id']}/{row['part']}", f"{row['id']}: is not document_id/part")
        check(row["source"] == row["origins"][0], f"{row['id']}: source is not the first origin")
        for passage in row["passages"]:
            check(0 <= passage["start"] < passage["end"] <= len(row["text"]), f"{row['id']}: passage outside the text")
            check(len(passage["p"]) in (0, len(labels)), f"{row['id']}: {len(passage['p'])} probabilities")


def with_pyarrow(shards):
    rows = [row for shard in shards for row in parquet.ParquetFile(shard).read().to_pylist()]
    toxic = [r["id"] for r in rows if ((r["scores"]["harm"] or {}).get("toxicity") or {}).get("p", 0) > THRESHOLD]
    return rows, {"rows": len(rows), "toxic": sorted(toxic), "copies": sum(r["selection"]["copies"] for r in rows)}


def with_duckdb(shards):
    db = duckdb.connect()
    relation = f"read_parquet({[str(shard) for shard in shards]!r})"
    rows, copies = db.sql(f"select count(*), sum(selection.copies) from {relation}").fetchone()
    toxic = db.sql(f"select id from {relation} where scores.harm.toxicity.p > {THRESHOLD} order by id").fetchall()
    return {"rows": rows, "toxic": [row[0] for row in toxic], "copies": int(copies or 0)}


def with_polars(shards):
    frame = polars.read_parquet([str(shard) for shard in shards])
    p = polars.col("scores").struct.field("harm").struct.field("toxicity").struct.field("p")
    toxic = frame.filter(p > THRESHOLD)["id"].sort().to_list()
    copies = frame.select(polars.col("selection").struct.field("copies").sum()).item()
    return {"rows": frame.height, "toxic": toxic, "copies": int(copies)}


def main(release):
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    shards = [release / shard["path"] for shard in manifest["shards"]]
    keys = [check_footer(shard, manifest) for shard in shards]
    for shard in shards:
        check_types(parquet.read_schema(shard), manifest["labels"])
    rows, seen = with_pyarrow(shards)
    check_rows(rows, manifest["labels"])
    check(seen["rows"] == manifest["rows"], f"manifest says {manifest['rows']} rows, pyarrow reads {seen['rows']}")
    check(seen["copies"] == manifest["copies"], f"manifest says {manifest['copies']} copies, pyarrow {seen['copies']}")
    seen_by = {"pyarrow": seen, "duckdb": with_duckdb(shards), "polars": with_polars(shards)}
    print(json.dumps({"seen": seen_by, "footer_keys": keys[0] if keys else []}))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
