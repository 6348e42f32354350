#!/usr/bin/env bash
# Makes target/py, the Python that the reader tests use, when its requirements changed. Where Python cannot be had it says what is
# left out and succeeds. target/py/python.path names the interpreter, and is empty then.
set -uo pipefail
requirements="$1"
home=target/py
mkdir -p "$home"

without() {
    : > "$home/python.path"
    echo "left out: the tests that read shards with pyarrow, DuckDB and polars ($1)" >&2
    exit 0
}

[[ -f $requirements ]] || without "no $requirements"
if [[ -s $home/python.path ]] && cmp -s "$requirements" "$home/ready.stamp"; then exit 0; fi
command -v python3 > /dev/null || without "no python3 on PATH"
rm -rf "$home"/*
python3 -m venv "$home/venv" > "$home/venv.log" 2>&1 ||
    without "python3 cannot make a virtual environment: on Debian, install python3-venv"
"$home/venv/bin/python" -m pip install -q --disable-pip-version-check -r "$requirements" > "$home/pip.log" 2>&1 ||
    without "pip could not install $requirements: see $home/pip.log"
echo "$PWD/$home/venv/bin/python" > "$home/python.path"
cp "$requirements" "$home/ready.stamp"
