"""labels.py PROGRAM: the hostile labels of hostile.py, written in every format that the Python of the distribution reads, come back as labels."""
import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

program = sys.argv[1]
here = pathlib.Path(__file__).resolve().parent
csv.field_size_limit(1 << 30)


def lines(text):
    return [json.loads(line) for line in text.split("\n") if line]


def graphml(path):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.parse(path).getroot()
    names = {key.get("id"): key.get("attr.name") for key in root.iter(space + "key") if key.get("for") == "node"}
    labels = {}
    for node in root.iter(space + "node"):
        data = {names[d.get("key")]: d.text or "" for d in node.iter(space + "data")}
        labels[data["node_id"]] = data.get("label", "")
    return labels, len(list(root.iter(space + "edge")))


def gexf(path):
    space = "{http://gexf.net/1.3}"
    root = xml.parse(path).getroot()
    return {node.get("id"): node.get("label") for node in root.iter(space + "node")}, len(list(root.iter(space + "edge")))


def node_link(path):
    graph = json.loads(path.read_text("utf-8"))
    return {node["id"]: node["label"] for node in graph["nodes"]}, len(graph["links"])


def cyjs(path):
    elements = json.loads(path.read_text("utf-8"))["elements"]
    return {node["data"]["id"]: node["data"]["name"] for node in elements["nodes"]}, len(elements["edges"])


def jsonl(path):
    claims = lines(path.read_text("utf-8"))
    return {end["id"]: end["label"] for claim in claims for end in (claim["subject"], claim["object"])}, len(claims)


def kgx_jsonl(folder):
    nodes, edges = (lines((folder / f"{part}.jsonl").read_text("utf-8")) for part in ("nodes", "edges"))
    return {node["id"]: node["name"] for node in nodes}, len(edges)


def rows(path, encoding):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, strict=True))


def sql(folder):
    return {row["id"]: row["label"] for row in rows(folder / "nodes.csv", "utf-8")}, len(rows(folder / "edges.csv", "utf-8"))


def sheets(folder):
    for name in ("nodes", "edges", "witnesses"):
        for row in rows(folder / f"{name}.csv", "utf-8-sig"):
            for column, text in row.items():
                assert column in ("sign", "valence") or text.lstrip()[:1] not in tuple("=+-@"), f"a formula: {text}"
    return {row["id"]: row["label"] for row in rows(folder / "nodes.csv", "utf-8-sig")}, len(rows(folder / "edges.csv", "utf-8-sig"))


def in_sheet(label):
    return ("'" if label.lstrip()[:1] in tuple("=+-@") or label[:1] in "\t\r" else "") + (label if len(label) <= 32000 else label[:32000] + "…")


def sqlite(path):
    database = sqlite3.connect(path)
    return dict(database.execute("SELECT id, label FROM nodes")), database.execute("SELECT count(*) FROM edges").fetchone()[0]


def figure(path):
    for element in xml.parse(path).getroot().iter():
        assert element.tag.rsplit("}")[-1] not in ("script", "foreignObject", "image", "iframe"), element.tag
        for name, value in element.attrib.items():
            assert not name.rsplit("}")[-1].startswith("on"), (name, value)
            assert name.rsplit("}")[-1] != "href" or not value, (name, value)


readers = {"graphml": graphml, "yed.graphml": graphml, "gexf": gexf, "json": node_link, "cyjs": cyjs, "jsonl": jsonl, "kgx-jsonl": kgx_jsonl,
           "sql": sql, "csv": sheets, "sqlite": sqlite}
with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    source = subprocess.run([sys.executable, here / "hostile.py"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    (folder / "in.jsonl").write_text(source, "utf-8")
    wanted = {end["id"]: end["label"] for claim in lines(source) for end in (claim["subject"], claim["object"])}
    outputs = [word for ending in (*readers, "svg", "md") for word in ("-o", folder / f"graph.{ending}")]
    subprocess.run([program, "export", "-q", folder / "in.jsonl", *outputs], check=True)
    for ending, reader in readers.items():
        labels, edges = reader(folder / f"graph.{ending}")
        expected = {key: in_sheet(label) for key, label in wanted.items()} if ending == "csv" else wanted
        for key, label in expected.items():
            assert labels[key] == label, f"{ending}: {key} is {labels[key][:80]!r} instead of {label[:80]!r}"
        assert edges == len(wanted), f"{ending}: {edges} edges"
    figure(folder / "graph.svg")
    report = (folder / "graph.md").read_text("utf-8")
    assert not re.search(r"<|(?<!\\)!\[|\]\((?!https://(doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov)/)", report), "the report acts"
    print(len(readers) + 2, "formats,", len(wanted), "labels")
