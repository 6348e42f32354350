"""Writes the part test of the templates that must survive or must not, for Java's tests: `python dump_templates.py ../../src/test/resources/tag/templates_test.jsonl`."""
import json
import sys

import templates


def main():
    rows = [r for r in templates.rows(1) + templates.passages() if r.part == "test" and (r.rule.startswith("near_") or any(v and k.startswith("harm.") for k, v in r.labels.items()))]
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        for r in rows:
            f.write(json.dumps({"text": r.text, "language": r.language, "rule": r.rule}, ensure_ascii=False) + "\n")
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
