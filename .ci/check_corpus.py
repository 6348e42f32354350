"""Checks a run over a folder of files against a listing of that folder which shares no code with the run.

    python check_corpus.py INPUT OUTPUT        checks accounting and rows
    python check_corpus.py --list INPUT        prints members and path of each file
"""

import json
import re
import sys
import zlib
from pathlib import Path

FAULTS = []


def check(holds, message):
    if not holds:
        FAULTS.append(message)


# ---------------------------------------------------------------- an independent listing


def files_below(folder):
    for path in sorted(Path(folder).rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not path.is_symlink() and not hidden:
            yield path


def plain_bytes(path):
    """The content without gzip, and whether it broke off."""
    content = path.read_bytes()
    if not content.startswith(b"\x1f\x8b"):
        return content, path.name.endswith(".gz")
    out, rest = bytearray(), content
    while rest.strip(b"\x00"):
        if not rest.startswith(b"\x1f\x8b"):
            return bytes(out), False  # rubbish behind the last member, which gzip ignores too
        member = zlib.decompressobj(31)
        try:
            out += member.decompress(rest)
        except zlib.error:
            return bytes(out), True
        if not member.eof:
            return bytes(out), True
        rest = member.unused_data
    return bytes(out), False


def warc_records(content):
    """Whole records, and one for each stretch between them that is none."""
    return records(content, rb"(?m)^WARC/\d\.\d+\r?\n(?:(?!WARC/).+\n)*?\r?\n", warc_length, b"\r\n\r\n")


def warc_length(head):
    length = re.search(rb"(?im)^content-length\s*:\s*(\d+)\s*$", head.group())
    return int(length.group(1)) if length else 0


def arc_records(content):
    header = rb"(?m)^[A-Za-z][\w+.-]*:[^ \r\n]* \S+ \d{8,14} \S+(?: \S+)*? (\d+)\r?\n"
    return records(content, header, lambda head: int(head.group(1)), b"\n")


def records(content, header, length_of, ending):
    header = re.compile(header)
    count = at = 0
    broken = False
    while content[at:].strip(b"\r\n"):
        at += len(content[at:]) - len(content[at:].lstrip(b"\r\n"))
        head = header.match(content, at)
        end = head.end() + length_of(head) if head else 0
        rest = content[end : end + 4]
        if head and end <= len(content) and (not rest or rest.startswith((ending, b"\n\n")) or header.match(content, end)):
            count, at, broken = count + 1, end, False
            continue
        count += 1 if head or not broken else 0
        broken = not head
        following = header.search(content, at + 1)
        at = following.start() if following else len(content)
    return count


def json_members(content):
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except ValueError:
        return None
    if isinstance(value, list) and any(isinstance(each, dict) and "text" in each for each in value):
        return len(value)
    return 1


def members(path):
    """How many documents the source stage must see in a file: an empty or a broken one counts as one."""
    content, broken = plain_bytes(path)
    name = path.name.removesuffix(".gz")
    if content.startswith(b"WARC/"):
        found = warc_records(content)
        return found + 1 if broken and complete(content, warc_records) else found
    if content.startswith(b"filedesc://"):
        return arc_records(content)
    if content.startswith(b"PAR1"):
        import pyarrow.parquet

        return max(1, pyarrow.parquet.ParquetFile(path).metadata.num_rows)
    if name.endswith((".jsonl", ".ndjson")):
        return max(1, len(content.rstrip(b"\n").split(b"\n")))
    if name.endswith(".json"):
        return json_members(content) or 1
    return 1


def complete(content, count):
    """Whether the bytes that could be read end with a whole record, so that the break is one more member."""
    return count(content) == count(content + b"\r\n\r\nX") - 1


# ---------------------------------------------------------------- what the run says of itself


def check_accounting(accounting, expected):
    stages = accounting["stages"]
    check(stages[0]["stage"] == "source", f"the first stage is {stages[0]['stage']}, not source")
    check(stages[0]["in"] == expected, f"source: in is {stages[0]['in']}, and the listing has {expected} members")
    for stage, following in zip(stages, stages[1:] + [None]):
        gone = sum(stage["dropped"].values()) + sum(stage["dead_lettered"].values())
        check(stage["in"] == stage["out"] + gone, f"{stage['stage']}: in {stage['in']} is not out {stage['out']} + {gone}")
        if following:
            check(
                stage["out"] == following["in"],
                f"{stage['stage']}: out {stage['out']} is not in {following['in']} of {following['stage']}",
            )


def check_row(row):
    source = row["source"]
    where = row["id"]
    check(source["name"] and source["uri"], f"{where}: no origin")
    check(re.fullmatch(r"[0-9a-f]{64}", source["digest"] or ""), f"{where}: no digest of the raw bytes")
    check(row["origins"], f"{where}: no list of origins")
    check(row["lineage"], f"{where}: no lineage")
    check(any(step["stage"] == "extract" and step["version"] for step in row["lineage"]), f"{where}: no extractor")
    check(row["text_bytes"] == len(row["text"].encode()), f"{where}: text_bytes is wrong")
    end = 0
    for passage in row["passages"]:
        check(
            end <= passage["start"] < passage["end"] <= len(row["text"]),
            f"{where}: passage {passage['start']} to {passage['end']} of {len(row['text'])}",
        )
        check(row["text"][passage["start"] : passage["end"]].strip(), f"{where}: an empty passage")
        end = passage["end"]


def check_shards(release):
    import duckdb
    import polars
    import pyarrow.parquet

    manifest = json.loads((release / "manifest.json").read_text())
    shards = [str(release / shard["path"]) for shard in manifest["shards"]]
    rows = [row for shard in shards for row in pyarrow.parquet.read_table(shard).to_pylist()]
    check(len(rows) == manifest["rows"], f"{len(rows)} rows, and the manifest says {manifest['rows']}")
    check(len({row["id"] for row in rows}) == len(rows), "an id stands twice")
    for row in rows:
        check_row(row)
    harmful = sum(1 for row in rows if toxicity(row) is not None and toxicity(row) > 0.5)
    sql = "select count(*) from read_parquet(?) where scores.harm.toxicity.p > 0.5"
    check(duckdb.execute(sql, [shards]).fetchone()[0] == harmful, "DuckDB counts other rows by scores.harm.toxicity.p")
    field = polars.col("scores").struct.field("harm").struct.field("toxicity").struct.field("p")
    counted = polars.scan_parquet(shards).filter(field > 0.5).select(polars.len()).collect().item()
    check(counted == harmful, "polars counts other rows by scores.harm.toxicity.p")
    return len(rows), len(shards)


def toxicity(row):
    return (((row["scores"] or {}).get("harm") or {}).get("toxicity") or {}).get("p")


def main(arguments):
    if arguments[0] == "--list":
        for path in files_below(arguments[1]):
            print(members(path), path.relative_to(arguments[1]))
        return 0
    folder, output = Path(arguments[0]), Path(arguments[1])
    expected = sum(members(path) for path in files_below(folder))
    check_accounting(json.loads((output / "accounting.json").read_text()), expected)
    rows, shards = check_shards(output / "release")
    for fault in FAULTS[:50]:
        print("fault:", fault)
    print(f"{expected} members accounted for, {rows} rows in {shards} shards, {len(FAULTS)} faults")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
