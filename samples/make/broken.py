"""Files that are wrong on purpose, and texts that nobody should want."""

import gzip
import hashlib

import office
from archives import gz, html, json_lines, row, warc
from pdf import pdf

XXE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE letter [
  <!ENTITY host SYSTEM "file:///etc/hostname">
]>
<letter>
  <para>This letter asks its reader to open a file of the machine that reads it, which must not happen.</para>
  <para>Between these brackets nothing may appear: [&host;]</para>
</letter>
"""
SPAM = "Cheap garden sheds, best garden sheds, buy garden sheds today at the garden shed centre."
SOUP = "".join("#@%^&*~|<>=+-_/\\{}[]()!?;:"[(i * 7 + i // 26) % 26] for i in range(900))


def random_bytes(count):
    out = b""
    while len(out) < count:
        out += hashlib.sha256(b"florilegium" + len(out).to_bytes(4, "big")).digest()
    return out[:count]


def corrupt(data):
    """A ZIP file whose middle is overwritten and whose directory is gone."""
    half = len(data) // 2
    return data[: half // 2] + random_bytes(half)


def broken(texts):
    warc_bytes = warc([("https://gazette.example.org/grandmother", html(texts["en_grandmother"], "gazette_en"), "utf-8")])
    lines = json_lines([row(texts[name]) for name in ("proverbs_road", "garden_note")]).splitlines(keepends=True)
    cut = b'{"id": "cut", "language": "en", "text": "This line stops in the middle of a\n'
    return {
        "empty.txt": b"",
        "empty.json": b"",
        "zero_bytes.txt.gz": b"",
        "password.pdf": pdf(texts["en_market"], password="open sesame"),
        "truncated.warc.gz": warc_bytes[: len(warc_bytes) * 6 // 10],
        "corrupt.docx": corrupt(office.docx(texts["en_well_pump"])),
        "truncated.txt.gz": gz(texts["en_tides"].plain().encode())[:600],
        "one_broken_line.jsonl": lines[0] + cut + lines[1],
        "random_bytes.bin": random_bytes(2048),
        "random_bytes.txt": random_bytes(1500)[::-1],
        "lying_pdf.txt": pdf(texts["en_tides"]),
        "lying_epub.html": office.epub("Two letters", "en", [texts["en_thermometer"], texts["en_bread"]]),
        "entity.xml": XXE.encode(),
        "wrong_checksum.txt.gz": flipped_checksum(gz(b"A short note about the checksum of this file.\n" * 3)),
    }


def flipped_checksum(data):
    gzip.decompress(data)
    return data[:-8] + bytes([data[-8] ^ 1]) + data[-7:]


def broken_text(texts):
    russian = texts["ru_masterskaya"].body()
    return {
        "repeated_line.txt": ((SPAM + "\n") * 40).encode(),
        "very_short.txt": b"Closed on Mondays.\n",
        "symbol_soup.txt": (SOUP + "\n").encode(),
        "wrong_charset.txt": russian.encode("utf-8").decode("cp1252", errors="replace").encode("utf-8"),
        "white_space.txt": b" \n\t\n\n   \r\n" * 20,
    }
