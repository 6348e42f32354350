"""Counts what lies in samples/folder with other people's readers and writes samples/expected.json.

Nothing here uses Florilegium's own code, so its accounting can be compared with this listing.
"""

import collections
import gzip
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator

from make import EDITS, FOLDER, SAMPLES, STOIC_AGAIN
from texts import jaccard, read_texts

DOCUMENT_RECORDS = ("response", "conversion")
FATES = {
    "broken/empty.txt": ("dead_letter", ["empty"], "no bytes at all"),
    "broken/empty.json": ("dead_letter", ["empty"], "no bytes at all"),
    "broken/zero_bytes.txt.gz": ("dead_letter", ["empty", "truncated"], "named .gz, no bytes at all"),
    "broken/password.pdf": ("dead_letter", ["encrypted"], "needs the user password 'open sesame'"),
    "broken/truncated.warc.gz": ("dead_letter", ["truncated", "corrupt"], "ends in the middle of a gzip member; whole records before it count"),
    "broken/corrupt.docx": ("dead_letter", ["corrupt"], "second half of the ZIP overwritten and cut"),
    "broken/truncated.txt.gz": ("dead_letter", ["truncated", "corrupt"], "gzip stream ends early"),
    "broken/wrong_checksum.txt.gz": ("dead_letter", ["corrupt"], "gzip checksum does not match"),
    "broken/one_broken_line.jsonl": ("partly_dead_letter", ["malformed"], "line 2 is no JSON; lines 1 and 3 are documents"),
    "broken/random_bytes.bin": ("dead_letter_or_dropped", ["unsupported", "broken_text"], "no format"),
    "broken/random_bytes.txt": ("dead_letter_or_dropped", ["unsupported", "broken_text"], "no text"),
    "broken/lying_pdf.txt": ("kept", [], "a PDF; detected from its bytes"),
    "broken/lying_epub.html": ("kept", [], "an EPUB; detected from its bytes"),
    "broken/entity.xml": ("kept_or_dead_letter", ["corrupt"], "the text between the brackets must stay empty: /etc/hostname must not be read"),
    "test_text/broken_text/repeated_line.txt": ("dropped", ["repetition"], "one line, 40 times"),
    "test_text/broken_text/symbol_soup.txt": ("dropped", ["broken_text"], "no words"),
    "test_text/broken_text/white_space.txt": ("dropped_or_dead_letter", ["empty"], "white space only"),
    "test_text/broken_text/very_short.txt": ("tagged", [], "three words; fails the length rules"),
    "test_text/broken_text/wrong_charset.txt": ("kept_or_dropped", ["broken_text"], "UTF-8 Russian read as windows-1252"),
    "withdrawn/moving.txt": ("dropped_at_curate", ["consent"], "its source is declared with consent withdrawn"),
    "withdrawn/tr_cay.docx": ("dropped_at_curate", ["consent"], "its source is declared with consent withdrawn"),
}
EXACT = [
    ["notes/market.txt", "test_text/duplicates/exact_market.txt.gz", "records/proverbs.jsonl#6"],
    ["test_text/duplicates/exact_lesson.txt", "records/lessons.json#1"],
    ["test_text/duplicates/exact_garden_note.txt.zst", "records/notices.jsonl.gz#1"],
]
NEAR = [
    ("en_tool_library", ["web/en_tool_library.html", "test_text/duplicates/near_tool_library.txt"]),
    ("stoic_morning", ["traditions/stoic/morning.txt", "test_text/duplicates/near_stoic_morning.md",
                       "test_text/duplicates/near_stoic_morning_again.odt"]),
    ("es_panaderia", ["web/es_panaderia.html", "test_text/duplicates/near_panaderia.rtf"]),
    ("ru_masterskaya", ["notes/ru_masterskaya_utf16.txt", "test_text/duplicates/near_masterskaya.txt.zst"]),
]
REDACTIONS = {
    "test_text/personal_data/minutes.txt": {"email": 2, "phone": 2, "public_ip": 2},
    "test_text/personal_data/notice_de.txt": {"email": 1, "phone": 1, "public_ip": 0},
}


def warc_members(path):
    kinds, fault = collections.Counter(), None
    with open(path, "rb") as stream:
        try:
            for record in ArchiveIterator(stream, no_record_parse=True):
                declared = record.rec_headers.get_header("Content-Length")
                payload = record.raw_stream.read()
                if len(payload) != int(declared):
                    fault = f"record {sum(kinds.values()) + 1} ends early"
                    break
                kinds[record.rec_type] += 1
        except Exception as error:  # any reader's complaint about the cut
            fault = type(error).__name__
    documents = sum(kinds[kind] for kind in DOCUMENT_RECORDS)
    out = {"members": sum(kinds.values()), "documents": documents, "by_type": dict(sorted(kinds.items()))}
    return {**out, "fault": fault} if fault else out


def json_line_members(data):
    lines, broken = [line for line in data.split(b"\n") if line.strip()], []
    for number, line in enumerate(lines, 1):
        try:
            json.loads(line)
        except json.JSONDecodeError:
            broken.append(number)
    out = {"members": len(lines), "documents": len(lines) - len(broken)}
    return {**out, "broken_lines": broken} if broken else out


def container(path):
    """The members of a container, or nothing for a file that is one document."""
    name = path.name
    if name.endswith((".warc.gz", ".wet.gz")):
        return warc_members(path)
    if ".jsonl" in name:
        data = path.read_bytes()
        return json_line_members(gzip.decompress(data) if name.endswith(".gz") else data)
    if name.endswith(".parquet"):
        rows = pq.read_table(io.BytesIO(path.read_bytes())).num_rows
        return {"members": rows, "documents": rows}
    if name.endswith(".json") and path.stat().st_size:
        items = len(json.loads(path.read_text(encoding="utf-8")))
        return {"members": items, "documents": items}
    return None


def near(name):
    text = read_texts()[name]
    edits = [EDITS[name]] + ([STOIC_AGAIN] if name == "stoic_morning" else [])
    return [round(jaccard(text, text.edited(edit)), 3) for edit in edits]


def main():
    files = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    names = {path.relative_to(FOLDER).as_posix(): path for path in files}
    containers = {name: found for name, path in names.items() if (found := container(path)) is not None}
    named = set(FATES) | set(REDACTIONS) | {f.split("#")[0] for group in EXACT for f in group} | {f for _, g in NEAR for f in g}
    if missing := sorted(named - set(names)):
        raise ValueError(f"expected.py names files that are not there: {missing}")
    by_folder = collections.Counter(name.split("/")[0] for name in names)
    out = {
        "note": "Written by make/expected.py; paths are relative to samples/folder, '#n' is the n-th member, from 1.",
        "files": len(files),
        "files_by_folder": dict(sorted(by_folder.items())),
        "plain_files": len(files) - len(containers),
        "containers": containers,
        "container_members": sum(c["members"] for c in containers.values()),
        "container_documents": sum(c["documents"] for c in containers.values()),
        "fates": {name: {"fate": fate, "cause_like": causes, "why": why} for name, (fate, causes, why) in FATES.items()},
        "exact_duplicates": EXACT,
        "near_duplicates": [{"files": group, "jaccard_5_words_with_first": near(name)} for name, group in NEAR],
        "redactions": REDACTIONS,
        "stream_messages": {"lines": 60, "not_json": 1, "empty_text": 1, "exact_copies": 4, "distinct_texts": 54},
        "decontamination": {"evaluation/questions.jsonl": "beans", "hits": EXACT[1]},
    }
    (SAMPLES / "expected.json").write_text(json.dumps(out, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
