"""The tables of figures in a card and of `make evaluate`."""
import folder


def _interval(f, key):
    if key not in f:
        return "too few"
    low_high = f.get(key + "_ci")
    return f"{f[key]:.3f} ({low_high[0]:.2f}–{low_high[1]:.2f})" if low_high else f"{f[key]:.3f}"


def _table(head, rows):
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""]


def _main(found, limits):
    rows = []
    for label, f in found.items():
        blind, english, cal = folder.out_of_source(f), folder.out_of_source(f, "en"), limits[label]
        far = [f"{b['auroc']:.3f} / {b['ece']:.3f} ({b['sources']})" if b else "not measured" for b in (english, blind)]
        long = f["dev_inside_ordinary_text"]
        rows.append([label, folder.status(label, f), f["dev"]["n"], f["dev"]["positives"], _interval(f["dev"], "auroc"), _interval(f["dev"], "ece"),
                     _interval(long, "auroc"), *far, "never" if cal["yes"] is None else f"{cal['yes']:.3f}", "never" if cal["no"] < 0 else f"{cal['no']:.3f}",
                     "; ".join(folder.failures(label, f)) or "–"])
    return _table(["label", "status", "n", "positives", "AUROC", "ECE", "AUROC in ordinary text", "English out of source: AUROC / ECE (sources)", "all out of source",
                   "yes from", "no to", "short of"], rows)


def _slices(found, key, first, least=0, skip=()):
    rows = []
    for label, f in found.items():
        rows += [[label, k, v["n"], v["positives"], _interval(v, "auroc"), _interval(v, "ece")] + ([v["calibration"]] if key == "by_group" else [])
                 for k, v in f.get(key, {}).items() if v["n"] >= least and "auroc" in v and k not in skip]
    return _table(["label", first, "n", "positives", "AUROC", "ECE"] + (["calibration"] if key == "by_group" else []), rows)


def _fused(found, joined):
    rows = []
    for label, f in joined.items():
        alone, blind, own = found[label]["dev"], folder.out_of_source(f, "en"), folder.out_of_source(found[label], "en")
        rows.append([label, _interval(alone, "auroc"), _interval(f["dev"], "auroc"), _interval(f["dev"], "ece"), f"{own['auroc']:.3f}" if own else "–",
                     f"{blind['auroc']:.3f}" if blind else "–"])
    return _table(["label", "this tier: AUROC", "joined: AUROC", "joined: ECE", "this tier, English out of source", "joined, English out of source"], rows)


def all_of(found, joined, limits):
    """`found`: figures by label of the classifier alone; `joined`: with tier 1, where it was joined; `limits`: pooled calibration by label."""
    shown = {k: joined.get(k, f) for k, f in found.items()}
    lines = ["Figures are of both tiers joined where a label has both.", ""] if joined else []
    lines += _main(shown, limits)
    if joined:
        lines += ["Alone and joined with tier 1:", "", *_fused(found, joined)]
    lines += ["By language group:", "", *_slices(shown, "by_group", "group")]
    lines += ["By language, where more than English was judged:", "", *_slices(shown, "by_language", "language", 20, ("en",))]
    lines += ["By source never seen in training or calibration:", "", *_slices(shown, "out_of_source", "source")]
    return "\n".join(lines).rstrip()
