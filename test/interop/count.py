"""count.py READER FILE...: what a library of others finds in a file. Exit 77: the library is not installed."""
import json
import sys
import xml.etree.ElementTree

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def load(name):
    try:
        return __import__(name)
    except ImportError:
        sys.exit(77)


def networkx(path):
    graph = load("networkx").read_graphml(path, force_multigraph=True)
    print(graph.number_of_nodes(), "nodes", graph.number_of_edges(), "edges")


def node_link(path):
    with open(path, encoding="utf-8") as file:
        graph = load("networkx").node_link_graph(json.load(file))
    assert graph.is_directed() and graph.is_multigraph()
    print(graph.number_of_nodes(), "nodes", graph.number_of_edges(), "edges")


def gexf(path):
    graph = load("networkx").read_gexf(path)
    print(graph.number_of_nodes(), "nodes", graph.number_of_edges(), "edges")


def igraph(path):
    graph = load("igraph").Graph.Read_GraphML(path)
    assert graph.is_directed()
    print(graph.vcount(), "nodes", graph.ecount(), "edges")


def statements(path, syntax):
    # rdflib's N-Triples reader misreads an escaped backslash before a letter; its Turtle reader takes the same file and does not.
    load("rdflib")
    from rdflib import ConjunctiveGraph
    graph = ConjunctiveGraph()
    graph.parse(path, format=syntax)
    return graph


def rdflib(path, syntax):
    print(len(list(statements(path, syntax).quads())))


def csv(folder, nodes, edges, witnesses):
    """Rows of a folder for a graph database; its edges may be files of their own, told by their header."""
    import csv as reader
    import pathlib
    reader.field_size_limit(1 << 30)

    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            table = list(reader.reader(file, strict=True))
        assert all(len(row) == len(table[0]) for row in table), path
        return table

    folder = pathlib.Path(folder)
    tables = {path.name: rows(path) for path in folder.glob("*.csv")}
    edge_tables = [tables[edges]] if edges in tables else [table for table in tables.values() if table[0][:3] == ["from", "to", "edge_id"]]
    print(len(tables[nodes]) - 1, "nodes", sum(len(table) - 1 for table in edge_tables), "edges", len(tables[witnesses]) - 1, "witnesses")


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def jsonl(path):
    for line in lines(path):
        cell = line["evidence"].get("cell", "")
        for part in (line["evidence"], line.get("trigger"), *line.get("mentions", {}).values()):
            if part and "start" in part:
                assert cell[part["start"]:part["end"]] == part["text"], line
    print(len(lines(path)), "witnesses")


def texts(graphml, nt, jsonl_path):
    """Every node has the same label, and every edge the same witnesses, in three formats read by three parsers."""
    root = xml.etree.ElementTree.parse(graphml).getroot()

    def data(element):
        return {child.get("key"): child.text or "" for child in element.iter(SPACE + "data")}

    nodes = {d["n_node_id"]: d.get("n_label", "") for d in map(data, root.iter(SPACE + "node"))}
    cells = sorted(w["evidence"].get("cell", "") for d in map(data, root.iter(SPACE + "edge")) for w in json.loads(d.get("e_witnesses", "[]")))

    named = {}
    witnessed = lines(jsonl_path)
    for line in witnessed:
        for node in (line["subject"], line["object"]):
            named[node["id"]] = node["label"]
    assert named == {key: nodes[key] for key in named}, "labels differ between jsonl and graphml"
    assert sorted(line["evidence"].get("cell", "") for line in witnessed) == cells, "cells differ between jsonl and graphml"

    graph = statements(nt, "turtle")
    from rdflib import Namespace, RDF, RDFS, DCTERMS
    ours = Namespace("https://w3id.org/mechgraph/")
    results = Namespace("https://w3id.org/biolink/vocab/").TextMiningStudyResult
    labels = {str(name): str(next(graph.objects(node, RDFS.label), "")) for node, name in graph.subject_objects(DCTERMS.identifier)}
    assert {key: labels[key] for key in nodes} == nodes, "labels differ between nt and graphml"
    in_rdf = sorted(str(next(graph.objects(node, ours.cell), "")) for node in graph.subjects(RDF.type, results))
    assert in_rdf == cells, "cells differ between nt and graphml"
    print("texts agree")


globals()[sys.argv[1]](*sys.argv[2:])
