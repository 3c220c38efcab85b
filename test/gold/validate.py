#!/usr/bin/env python3
"""Check files of annotated records against the lexicon and the annotation rules.

  validate.py FILE.jsonl ... [--ontology DIR] [--rows TABLE.tsv]

Prints `N records, M mentions, K statements` and each fault as `file:line: message`; exit 1 when there is one. Checked are:
offsets of mentions, triggers and evidence (code points of the cell); keys (of the lexicon, or x: with a label and a type);
that every statement's ends are in the record; relation, domain, sign and basis; that an implied statement has a mechanism
word or a convention; that cargo statements stand where a preparation carries a mediator, and only there; that negated and
uncertain statements bear no step; that every form of the lexicon in the cell is annotated (`not_mentions` lists exceptions).
--rows also checks that the table holds the same cells.
"""
import argparse, bisect, csv, json, os, re, sys, unicodedata

SIGN = {"increases": 1, "decreases": -1, "affects": 0, "contributes_to": 1, "counteracts": -1, "superior_to": 0}
MODIFIER = {"enriched_with", "carries", "pretreated_with", "combined_with", "engineered_with"}
SIGN.update(dict.fromkeys(MODIFIER, 0))
MEDIATOR = {"Gene", "MicroRNA", "LncRNA", "Family", "Pathway", "Chemical"}
EFFECT = MEDIATOR | {"Process", "Phenotype", "Measurement", "Disease"}
AGENT = MEDIATOR | {"Intervention", "Derivative", "Material", "Procedure", "Process", "Phenotype", "Disease"}
PREPARED = {"Gene", "MicroRNA", "LncRNA", "Family", "Chemical", "Material", "Procedure", "Derivative"}
CONVENTION = {"axis_convention", "target_convention", "column_header"}
WORDS = re.compile(r"\b(by|via|through|thereby|whereby|thus|following|leading to|resulting in|owing to|mediated|axis)\b", re.I)
LOOK = {**dict.fromkeys("ɑ", "α"), **dict.fromkeys("ß", "β"), **dict.fromkeys("ɣϒ", "γ"), **dict.fromkeys("ĸк", "κ"), "µ": "μ", "’": "'", "\u00ad": "",
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"), **dict.fromkeys("\u00a0\u2009\u202f", " "), "⁺": "+",
        **{c: str(unicodedata.digit(c)) for c in "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"}}


def fold(text):
    """The folded text and, for each folded character, its place in the printed one."""
    out = [(f, i) for i, c in enumerate(text) for f in LOOK.get(c, c)]
    return "".join(f for f, _ in out), [i for _, i in out] + [len(text)]


def cased(form): return len(form) <= 4 and sum(c.isupper() for c in form) >= 2


class Lexicon:
    def __init__(self, folder):
        def rows(name):
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                return list(csv.DictReader((l for l in f if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))
        self.types = {r["key"]: r["type"] for r in rows("terms.tsv")}
        self.doubtful = {fold(r["form"])[0] for r in rows("ambiguous.tsv")}
        self.exact, self.any = {}, {}
        for form, key in [(r["preferred_label"], r["key"]) for r in rows("terms.tsv")] + [(r["form"], r["key"]) for r in rows("synonyms.tsv")]:
            f = fold(form)[0]
            (self.exact if cased(f) else self.any)[f if cased(f) else f.lower()] = key
            if cased(f) and self.types.get(key) == "Gene": self.exact.setdefault(f.capitalize(), key)

    def find(self, text):
        """Longest forms of the lexicon in a text: (start, end, key)."""
        f, at = fold(text)
        edge = [i for i in range(len(f) + 1) if i in (0, len(f)) or not (f[i - 1].isalnum() and f[i].isalnum())]
        i = 0
        while i < len(f):
            for j in reversed(edge[bisect.bisect(edge, i):bisect.bisect(edge, i + 90)]) if i in edge and f[i] != " " else ():
                key = self.exact.get(f[i:j]) or (None if cased(f[i:j]) else self.any.get(f[i:j].lower()))
                if key: yield at[i], at[j - 1] + 1, key; i = j - 1; break
            i += 1


def check(r, lex):
    types = {}
    for m in [*r["mentions"], *r.get("x_terms", [])]:
        k = m.get("key") or ""
        if k.startswith("x:") and not (types.get(k) or m.get("label") and m.get("type")): yield f"{k} has no label and type"
        if not k.startswith("x:") and k not in lex.types: yield f"unknown key {k!r}"
        types[k] = lex.types.get(k) or m.get("type") or types.get(k)
        if m.get("type") and m["type"] != types[k]: yield f"type of {k} is {types[k]}"
        if m.get("literal_key", k).split(":")[0] not in {"x", *lex.types}: yield f"unknown literal_key {m['literal_key']}"
        if m.get("compound"): types[m["compound"]] = lex.types[m["compound"]]
    for cell in ("source_key", "model_key", "derivative_key", "section_key", "caption_key"):
        for k in filter(None, (r.get(cell) or "").split("|")): types.setdefault(k, lex.types.get(k) or f"unknown key {k}")
    spans = {}
    for m in r["mentions"]:
        f = m.get("field") or "result"
        if r.get(f, "")[m["start"]:m["end"]] != m["text"] or not m["text"]: yield f"offsets of {m['text']!r} in {f}"
        spans.setdefault(f, []).append((m["start"], m["end"]))
    for f, s in spans.items():
        if any(a[1] > b[0] for a, b in zip(sorted(s), sorted(s)[1:])): yield f"mentions overlap in {f}"
    for f in ("result", "mechanism", "cargo"):
        for a, b, key in lex.find(r.get(f) or ""):
            text = r[f][a:b]
            if fold(text)[0] in lex.doubtful or text in r.get("not_mentions", []): continue
            if not any(s < b and a < e for s, e in spans.get(f, [])): yield f"not annotated in {f}: {text!r} ({key})"
    seen, cargo, steps = set(), set(), [s for s in r["statements"] if not s.get("negated")]
    for s in r["statements"]:
        rel, who, flags, basis = s["relation"], s["id"], set(s.get("flags") or []), s.get("basis")
        if s["id"] in seen: yield f"{who} twice"
        seen.add(who)
        for k in [s["subject"], s["object"], *(s.get("subject_members") or [])]:
            if k not in types: yield f"{who}: {k} is neither a mention nor a key of the row"
        sub, obj = types.get(s["subject"]), types.get(s["object"])
        if rel not in SIGN or s["polarity"] != SIGN[rel]: yield f"{who}: {rel} with sign {s['polarity']}"
        if sub not in AGENT or obj not in (EFFECT if rel not in MODIFIER | {"superior_to"} else PREPARED): yield f"{who}: {sub} {rel} {obj}"
        if rel in MODIFIER | {"superior_to"} and sub not in ("Derivative", "Intervention"): yield f"{who}: {sub} {rel}"
        if rel == "superior_to" and "outcome" not in (s.get("context") or {}): yield f"{who}: superior_to without outcome"
        if basis not in ("stated", "implied", "cargo"): yield f"{who}: basis {basis!r}"
        cell, t = r.get(s.get("field") or "result") or "", s.get("trigger")
        if not t or cell[t["start"]:t["end"]] != t["text"] or not t["text"]: yield f"{who}: offsets of the trigger"
        if cell[s["evidence_start"]:s["evidence_end"]] != s.get("evidence_text", cell[s["evidence_start"]:s["evidence_end"]]): yield f"{who}: evidence"
        if t and not (s["evidence_start"] <= t["start"] and t["end"] <= s["evidence_end"]): yield f"{who}: trigger outside the evidence"
        better = any(x["relation"] == "superior_to" and x["subject"] == s["subject"] for x in steps)
        if basis == "implied" and not flags & CONVENTION and not better and not WORDS.search(cell): yield f"{who}: implied without a mechanism word"
        if basis != "stated" and s.get("negated"): yield f"{who}: a step cannot be negated"
        if rel in ("contributes_to", "counteracts") and basis == "stated": yield f"{who}: {rel} is implied or cargo"
        if basis == "cargo": cargo.add((s["subject"], rel, s["object"]))
    held = [(s["subject"], s["object"]) for s in steps if s["relation"] in ("enriched_with", "carries", "engineered_with") and types.get(s["object"]) in MEDIATOR]
    said = {(s["subject"], s["object"]) for s in r["statements"] if s.get("basis") != "cargo"}
    may, due = set(), set()
    for s in steps:
        if s["basis"] != "stated" or s["relation"] not in ("increases", "decreases"): continue
        for kind, m in held:
            if kind != s["subject"] or m == s["object"] or (m, s["object"]) in said: continue
            edge = (m, "contributes_to" if s["polarity"] > 0 else "counteracts", s["object"]); may.add(edge)
            if not s.get("no_cargo"): due.add(edge)
    for e in due - cargo: yield f"cargo statement missing: {e}"
    for e in cargo - may: yield f"cargo statement without its ground: {e}"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+"); ap.add_argument("--rows", action="append")
    ap.add_argument("--ontology", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "ontology", "data"))
    a = ap.parse_args(); lex = Lexicon(a.ontology); faults, n, m, k, cells = [], 0, 0, 0, {}
    for path in a.files:
        with open(path, encoding="utf-8") as f:
            for no, line in enumerate(f, 1):
                r = json.loads(line); n += 1; m += len(r["mentions"]); k += len(r["statements"]); name = str(r.get("id") or r["row"])
                if name in cells: faults.append(f"{path}:{no}: {name} twice")
                cells[name] = r; faults += [f"{path}:{no}: {name}: {x}" for x in check(r, lex)]
    rows = {}
    for path in a.rows or []:
        with open(path, encoding="utf-8") as f:
            for row in csv.DictReader((l for l in f if l.count("\t") > 3), delimiter="\t", quoting=csv.QUOTE_NONE): rows[row["ID"]] = (path, row["Result"])
    for name in cells if a.rows else ():
        if rows.get(name, ("", None))[1] != cells[name]["result"]: faults.append(f"{rows.get(name, ('rows',))[0]}:1: {name}: the result cell differs or is absent")
    print(f"{n} records, {m} mentions, {k} statements", *faults, sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
