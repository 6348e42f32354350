"""Writes Word, OpenDocument, RTF and EPUB files by hand, so that the same text always gives the same bytes."""

import io
import zipfile
from xml.sax.saxutils import escape

from texts import NOTE

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def zipped(members, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def docx(text):
    def paragraph(content, style):
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{escape(content)}</w:t></w:r></w:p>'
        )

    body = paragraph(text.title, "Title") + "".join(paragraph(p, "Normal") for p in text.paragraphs)
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return zipped({
        "[Content_Types].xml": XML + f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": XML + f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{package}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": XML + f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": XML
        + '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>',
        "word/document.xml": XML
        + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>",
        "docProps/core.xml": XML + f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(text.title)}</dc:title><dc:description>{NOTE}</dc:description>"
        f"<dc:language>{text.language}</dc:language></cp:coreProperties>",
    })


def odt(text):
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
    )
    kind = "application/vnd.oasis.opendocument.text"
    body = "".join(f"<text:p>{escape(p)}</text:p>" for p in text.paragraphs)
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped({
        "mimetype": kind,
        "META-INF/manifest.xml": XML
        + f'<m:manifest xmlns:m="{manifest}" m:version="1.2"><m:file-entry m:full-path="/" m:media-type="{kind}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
        '<m:file-entry m:full-path="meta.xml" m:media-type="text/xml"/></m:manifest>',
        "content.xml": XML + f"<office:document-content {spaces}><office:body><office:text>"
        f'<text:h text:outline-level="1">{escape(text.title)}</text:h>{body}'
        "</office:text></office:body></office:document-content>",
        "meta.xml": XML + f"<office:document-meta {spaces}><office:meta><dc:title>{escape(text.title)}</dc:title>"
        f"<dc:description>{NOTE}</dc:description><dc:language>{text.language}</dc:language>"
        "</office:meta></office:document-meta>",
    }, stored=("mimetype",))


def rtf(text):
    def encoded(content):
        out = []
        for char in content:
            if char in "\\{}":
                out.append("\\" + char)
            elif ord(char) < 128:
                out.append(char)
            else:
                units = char.encode("utf-16-le")
                for i in range(0, len(units), 2):
                    unit = int.from_bytes(units[i : i + 2], "little", signed=True)
                    out.append(f"\\u{unit}?")
        return "".join(out)

    paragraphs = "".join(f"\\pard {encoded(p)}\\par\n" for p in text.paragraphs)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0 Times New Roman;}}\n"
        f"{{\\info{{\\title {encoded(text.title)}}}{{\\doccomm {NOTE}}}}}\n"
        f"\\pard\\b {encoded(text.title)}\\b0\\par\n{paragraphs}}}\n"
    ).encode("ascii")


def epub(title, language, chapters):
    def page(head, body):
        return (
            XML + '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
            f"<head><title>{escape(head)}</title></head><body>{body}</body></html>"
        )

    items, spine, links, members = "", "", "", {}
    for number, chapter in enumerate(chapters, 1):
        name = f"chapter_{number}.xhtml"
        paragraphs = "".join(f"<p>{escape(p)}</p>\n" for p in chapter.paragraphs)
        members["OEBPS/" + name] = page(chapter.title, f"<h1>{escape(chapter.title)}</h1>\n{paragraphs}")
        items += f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>'
        spine += f'<itemref idref="c{number}"/>'
        links += f'<li><a href="{name}">{escape(chapter.title)}</a></li>'
    container = "urn:oasis:names:tc:opendocument:xmlns:container"
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": XML + f'<container version="1.0" xmlns="{container}"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>",
        "OEBPS/content.opf": XML
        + '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">sample:{escape(title)}</dc:identifier><dc:title>{escape(title)}</dc:title>'
        f"<dc:language>{language}</dc:language><dc:description>{NOTE}</dc:description>"
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>'
        f'<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}'
        f"</manifest><spine>{spine}</spine></package>",
        "OEBPS/nav.xhtml": page("Contents", f'<nav epub:type="toc"><ol>{links}</ol></nav>'),
        **members,
    }, stored=("mimetype",))
