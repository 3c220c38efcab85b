#!/usr/bin/env python3
"""Score statements (and mentions) against an annotated set.

  mechgraph build RECORDS -f jsonl -o statements.jsonl
  mechgraph records RECORDS --mentions --json > mentions.jsonl
  score.py GOLD.jsonl statements.jsonl [--mentions mentions.jsonl] [--ontology DIR] [--lenient] [--errors] [--min-...]

GOLD: one record a line, as README.md in this folder describes. STATEMENTS, MENTIONS: as docs/formats.md and "mechgraph records --help" say.
A statement matches when record, subject, relation, object, sign and basis are equal. An entity is equal by lexicon key; by
identifier, where the lexicon calls it exact or close; or, outside the lexicon, by its folded label. The subject of a
preparation is compared by its derivative; whether its source and modifiers are right too is reported as identity.
Equal statements of one record count once. Gold flagged uncertain or depends_on_resolution is neither demanded nor wrong:
it absorbs any statement between the same ends. Exit 1 when a floor is missed.
"""
import argparse, collections, csv, json, os, re, sys, unicodedata

SLOT = {"instance_of", "derives_from", "tested_in", "studied_in", "induced_by", "is_a", "part_of", "opposite_of"}
EFFECT = {"increases", "decreases", "affects", "contributes_to", "counteracts"}
IDENTITY = ("enriched_with", "engineered_with", "pretreated_with", "combined_with")
SYMMETRIC = {"combined_with"}
BASES = ("stated", "implied", "cargo", "negated")
LOOK = str.maketrans({"ɑ": "α", "ß": "β", "ɣ": "γ", "ĸ": "κ", "к": "κ", "µ": "μ", "‐": "-", "‑": "-", "–": "-", "−": "-", "’": "'"})


def fold(text):
    return re.sub(r"[\s\-]+", " ", unicodedata.normalize("NFC", text or "").translate(LOOK)).strip().casefold()


def table(folder, name):
    with open(os.path.join(folder, name + ".tsv"), encoding="utf-8") as f:
        yield from csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


class Names:
    """Under which names an entity may match."""

    def __init__(self, folder):
        self.ids, self.labels, self.types = {}, {}, {}
        for row in table(folder, "terms"):
            self.ids[row["key"]] = row["curie"] if row["match"] in ("exact", "close") else ""
            self.types[row["key"]] = row["type"]
            self.labels.setdefault(fold(row["preferred_label"]), row["key"])
        for row in table(folder, "synonyms"): self.labels.setdefault(fold(row["form"]), row["key"])
        shared = collections.Counter(i for i in self.ids.values() if i)
        self.ids = {k: i if shared[i] == 1 else "" for k, i in self.ids.items()}
        self.extra = {}

    def declare(self, gold):
        for m in [*gold.get("mentions", []), *gold.get("x_terms", [])]:
            if (m.get("key") or "").startswith("x:"):
                curie, forms = self.extra.get(m["key"], ("", frozenset()))
                self.extra[m["key"]] = (curie or m.get("curie") or "", forms | {*m.get("texts", []), m.get("label") or "", m.get("text") or ""} - {""})

    def of_gold(self, key, others=()):
        names = set()
        for k in [key, *others]:
            if not k: continue
            names.add("k:" + k)
            curie, forms = self.extra.get(k, (self.ids.get(k), ()))
            if curie: names.add("i:" + curie)
            names |= {"l:" + fold(f) for f in forms}
        return names

    def of_system(self, e):
        key = e.get("key")
        # What the annotation names as outside the lexicon may have come into it since: then the words decide.
        words = {"l:" + fold(form) for form in (e.get("label"), e.get("text")) if form}
        if key in self.ids: return {"k:" + key} | ({"i:" + self.ids[key]} if self.ids[key] else set()) | words
        names = {"k:" + key} if key else set()
        if e.get("id"): names.add("i:" + e["id"])
        for form in {e.get("label"), e.get("text")} - {None, ""}:
            names.add("l:" + fold(form))
            if not key and fold(form) in self.labels: names.add("k:" + self.labels[fold(form)])
        return names


def prf(tp, fp, fn):
    p = tp / (tp + fp) if tp + fp else 1.0
    r = tp / (tp + fn) if tp + fn else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def record_id(r): return str(r.get("id") or r.get("record") or r["row"])
def lines(path):
    with open(path, encoding="utf-8") as f: yield from (json.loads(l) for l in f if l.strip())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold"); ap.add_argument("system"); ap.add_argument("--mentions")
    ap.add_argument("--ontology", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "ontology", "data"))
    ap.add_argument("--errors", action="store_true"); ap.add_argument("--lenient", action="store_true")
    for f in ("f1", "precision", "sign", "implied", "mentions", "identity"): ap.add_argument("--min-" + f, type=float, default=0)
    a = ap.parse_args()
    names = Names(a.ontology); records = {}; gold = []
    for r in lines(a.gold):
        rec = record_id(r); records[rec] = r; names.declare(r)
        gold += [(rec, {**s, "basis": "negated"} if s.get("negated") else s) for s in r["statements"]]
        gold += [(rec, {**s, "basis": "negated"}) for s in r.get("negated", [])]
    system = collections.defaultdict(list); total = 0; seen = set()
    for s in lines(a.system):
        rec = str(s["record"])
        if s["relation"] in SLOT or rec not in records: continue
        basis = "negated" if s.get("negated") or "negated" in (s.get("flags") or []) else s.get("basis", "stated")
        ends = [side.get("derivative") or side for side in (s["subject"], s["object"])]
        sub, obj = (frozenset(names.of_system(e if isinstance(e, dict) else {"key": e})) for e in ends)
        once = (rec, sub, s["relation"], obj, s["sign"], basis)
        if once in seen: continue
        seen.add(once); total += 1
        system[rec].append({"sub": sub, "rel": s["relation"], "obj": obj, "sign": s["sign"], "basis": basis, "used": False, "raw": s})
    gold = list({(rec, g["subject"], g["relation"], g["object"], g["polarity"], g.get("basis", "stated")): (rec, g) for rec, g in gold}.values())
    both = collections.defaultdict(set)
    for rec, g in gold: both[rec, g["subject"], g["object"]].add(g["polarity"])
    tp, fp, fn = collections.Counter(), collections.Counter(), collections.Counter()
    missing, extra, optional = [], [], []
    sign_ok = sign_all = same = prepared = 0
    for rec, g in gold:
        basis, rel = g.get("basis", "stated"), g["relation"]
        gs = names.of_gold(g["subject"], [*(g.get("subject_members") or []), *([g.get("literal_subject"), g.get("resolved_subject")] if a.lenient else [])])
        go = names.of_gold(g["object"], [g.get("literal_key"), g.get("resolved_object")] if a.lenient else [])
        signs = {g["polarity"]} | ({g["resolved_polarity"]} if a.lenient and g.get("resolved_polarity") is not None else set())
        def ends(s, gs=gs, go=go, rel=rel): return (s["sub"] & gs and s["obj"] & go) or (rel in SYMMETRIC and s["sub"] & go and s["obj"] & gs)
        if {"depends_on_resolution", "uncertain"} & set(g.get("flags") or []):
            optional.append((rec, ends)); continue
        pair = [s for s in system[rec] if ends(s)]
        hit = next((s for s in pair if not s["used"] and s["basis"] == basis and s["sign"] in signs and (s["rel"] == rel or (a.lenient and g.get("resolved_polarity") is not None))), None)
        effects = [s for s in pair if s["rel"] in EFFECT and s["basis"] != "negated"]
        if effects and rel in EFFECT and g["polarity"] and basis != "negated":
            sign_all += 1; sign_ok += any(s["sign"] in signs for s in effects) and not any(s["sign"] == -g["polarity"] and s["sign"] not in both[rec, g["subject"], g["object"]] for s in effects)
        if not hit:
            fn[basis] += 1; missing.append((rec, basis, g["subject"], rel, g["object"], g["polarity"], g.get("evidence_text", ""))); continue
        hit["used"] = True; tp[basis] += 1
        if names.types.get(g["subject"]) == "Derivative" and "derivative" in hit["raw"]["subject"]:
            ctx = {**(g.get("context") or {}), **({rel: g["object"]} if rel in IDENTITY else {})}
            want = {(m, v) for m in IDENTITY for v in ([ctx[m]] if isinstance(ctx.get(m), str) else ctx.get(m) or [])}
            mods = hit["raw"]["subject"].get("modifiers") or []
            have = [(m["relation"], names.of_system(m)) for m in mods if m["relation"] in IDENTITY]
            src = (records[rec].get("source_key") or "").split("|"); got = hit["raw"]["subject"].get("source")
            ok = len(want) == len(have) and all(any(m == hm and names.of_gold(v) & hn for hm, hn in have) for m, v in want)
            ok = ok and (any(names.of_gold(k) & names.of_system(got) for k in src if k) if got else src == [""])
            prepared += 1; same += ok
    for rec, all_of in system.items():
        for s in all_of:
            if not s["used"] and any(r == rec and ends(s) for r, ends in optional): s["used"] = True
            if not s["used"]:
                fp[s["basis"]] += 1; e = s["raw"]; name = lambda x: x.get("key") or x.get("label")
                extra.append((rec, s["basis"], name(e["subject"]), s["rel"], name(e["object"]), s["sign"], (e.get("evidence") or {}).get("text", "")))
    print(f"{len(records)} records, {len(gold)} gold statements, {total} system statements")
    for b in BASES:
        p, r, f = prf(tp[b], fp[b], fn[b]); print(f"{b:8s} tp {tp[b]:4d} fp {fp[b]:4d} fn {fn[b]:4d}  P {p:.3f} R {r:.3f} F1 {f:.3f}")
    for tag, rows in (("MISSING", missing), ("EXTRA", extra)) if a.errors else ():
        for row in rows: print(tag, *row, sep="\t")
    mentions = 1.0
    if a.mentions:
        def place(rec, m): return rec, m.get("field") or "result", m["start"], m["end"]
        want = {place(rec, m): names.of_gold(m["key"], [m.get("literal_key")]) for rec, r in records.items() for m in r["mentions"]
                if m.get("key") and (m.get("field") or "result") in ("result", "mechanism", "cargo")}
        met, wrong = set(), []
        for m in lines(a.mentions):
            k = place(str(m["record"]), m)
            if k[0] not in records or k[1] not in ("result", "mechanism", "cargo") or m.get("match") == "unresolved" or not (m.get("key") or m.get("id")): continue
            if k in want and k not in met and want[k] & names.of_system(m): met.add(k)
            else: wrong.append((*k, m.get("text"), m.get("key") or m.get("id")))
        p, r, mentions = prf(len(met), len(wrong), len(want) - len(met))
        if a.errors:
            for w in wrong: print("EXTRA MENTION", *w, sep="\t")
            for k in sorted(set(want) - met): print("MISSING MENTION", *k, sep="\t")
        print(f"mentions F1 {mentions:.3f} precision {p:.3f} recall {r:.3f} of {len(want)}")
    identity = same / prepared if prepared else 1.0
    print(f"identity of interventions {identity:.3f} over {prepared} statements")
    implied = prf(tp["implied"] + tp["cargo"], fp["implied"] + fp["cargo"], fn["implied"] + fn["cargo"])[2]
    print(f"implied and cargo F1 {implied:.3f}")
    sign = sign_ok / sign_all if sign_all else 1.0
    p, r, f = prf(tp["stated"], fp["stated"], fn["stated"])
    print(f"stated F1 {f:.3f} precision {p:.3f} recall {r:.3f} sign {sign:.3f} over {sign_all}")
    sys.exit(any(v < m for v, m in ((f, a.min_f1), (p, a.min_precision), (sign, a.min_sign), (implied, a.min_implied), (mentions, a.min_mentions), (identity, a.min_identity))))


if __name__ == "__main__":
    main()
