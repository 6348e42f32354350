"""Web pages, JSON, Parquet, compression and web archives."""

import gzip
import hashlib
import io
import json
import uuid
from html import escape
from pathlib import Path
from string import Template

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from texts import NOTE

SITES = Path(__file__).parent / "sites"
DATE = "2026-01-01T00:00:00Z"


def gz(data):
    return gzip.compress(data, 9, mtime=0)


def zst(data):
    return zstandard.ZstdCompressor(level=19, write_content_size=True).compress(data)


def html(text, site, charset="utf-8"):
    page = Template((SITES / f"{site}.html").read_text(encoding="utf-8"))
    paragraphs = "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in text.paragraphs)
    title = escape(text.title, quote=False)
    filled = page.substitute(title=title, paragraphs=paragraphs, note=NOTE, charset=charset)
    return filled.encode(charset, errors="xmlcharrefreplace")


def tei(text):
    paragraphs = "\n".join(f"      <p>{escape(p, quote=False)}</p>" for p in text.paragraphs)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{text.language}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{escape(text.title)}</title></titleStmt>
      <publicationStmt><p>Florilegium samples, Apache-2.0.</p></publicationStmt>
      <sourceDesc><p>{NOTE}</p></sourceDesc>
    </fileDesc>
    <profileDesc><langUsage><language ident="{text.language}"/></langUsage></profileDesc>
  </teiHeader>
  <text>
    <body>
      <head>{escape(text.title)}</head>
{paragraphs}
    </body>
  </text>
</TEI>
""".encode("utf-8")


def letters_xml(texts):
    """A home-made XML dialect, for readers that know no schema."""
    out = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {NOTE} -->\n<letters>\n'
    for text in texts:
        paragraphs = "".join(f"    <para>{escape(p, quote=False)}</para>\n" for p in text.paragraphs)
        out += f'  <letter lang="{text.language}">\n    <subject>{escape(text.title)}</subject>\n{paragraphs}  </letter>\n'
    return (out + "</letters>\n").encode("utf-8")


def row(text, full=False):
    """One JSON or Parquet row; with {@code full} its text is what the plain-text sample holds."""
    return {
        "id": text.id, "title": text.title, "language": text.language,
        "text": text.plain() if full else text.body(), "note": NOTE,
    }


def json_lines(rows):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode("utf-8")


def json_array(rows):
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def parquet(rows):
    table = pa.Table.from_pylist(rows).replace_schema_metadata({"note": NOTE})
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd", row_group_size=2, write_statistics=False)
    return out.getvalue()


class Archive:
    """A web archive with one gzip member a record and ids that follow from the content."""

    def __init__(self):
        self.out = io.BytesIO()
        self.writer = WARCWriter(self.out, gzip=True, warc_version="1.1")

    def add(self, kind, uri, payload, content_type=None, http=None, extra=None):
        digest = hashlib.sha256(kind.encode() + str(uri).encode() + payload).hexdigest()
        headers = {"WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}>", "WARC-Date": DATE}
        headers.update(extra or {})
        record = self.writer.create_warc_record(
            uri, kind, payload=io.BytesIO(payload), length=len(payload), warc_content_type=content_type or "",
            warc_headers_dict=headers, http_headers=http,
        )
        self.writer.write_record(record)

    def bytes(self):
        return self.out.getvalue()


def warc(pages):
    """{@code pages}: (uri, html bytes, charset), in order."""
    archive = Archive()
    about = f"software: florilegium samples\r\nformat: WARC File Format 1.1\r\ndescription: {NOTE}\r\n"
    archive.add("warcinfo", None, about.encode(), "application/warc-fields")
    for uri, page, charset in pages:
        host, path = uri.removeprefix("https://").split("/", 1)
        request = StatusAndHeaders(f"GET /{path} HTTP/1.1", [("Host", host), ("Accept", "text/html")], is_http_request=True)
        archive.add("request", uri, b"", http=request)
        kind = f"text/html; charset={charset}"
        response = StatusAndHeaders("200 OK", [("Content-Type", kind), ("Content-Length", str(len(page)))], "HTTP/1.1")
        archive.add("response", uri, page, http=response)
    uri = pages[0][0]
    seen = {"WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
            "WARC-Refers-To-Target-URI": uri, "WARC-Refers-To-Date": DATE}
    archive.add("revisit", uri, b"", http=StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1"), extra=seen)
    archive.add("metadata", uri, b"fetchTimeMs: 120\r\n", "application/warc-fields")
    return archive.bytes()


def wet(texts):
    archive = Archive()
    archive.add("warcinfo", None, f"software: florilegium samples\r\ndescription: {NOTE}\r\n".encode(), "application/warc-fields")
    for text in texts:
        uri = f"https://{text.language}.example.org/{text.id}"
        extra = {"WARC-Identified-Content-Language": text.language}
        archive.add("conversion", uri, text.plain().encode("utf-8"), "text/plain", extra=extra)
    return archive.bytes()
