"""count.py READER FILE...: what a library of others finds in a file: "N nodes N edges N up N down N witnesses". Exit 77: it is not installed."""
import json
import sys
import xml.etree.ElementTree

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def load(name):
    try:
        return __import__(name)
    except ImportError:
        sys.exit(77)


def say(nodes, signs, witnesses):
    signs = [int(sign) for sign in signs]
    print(nodes, "nodes", len(signs), "edges", signs.count(1), "up", signs.count(-1), "down", witnesses, "witnesses")


def networkx(path):
    graph = load("networkx").read_graphml(path, force_multigraph=True)
    edges = [data for _, _, data in graph.edges(data=True)]
    say(graph.number_of_nodes(), [edge["sign"] for edge in edges], sum(len(json.loads(edge.get("witnesses", "[]"))) for edge in edges))


def node_link(path):
    with open(path, encoding="utf-8") as file:
        graph = load("networkx").node_link_graph(json.load(file))
    assert graph.is_directed() and graph.is_multigraph()
    edges = [data for _, _, data in graph.edges(data=True)]
    say(graph.number_of_nodes(), [edge["sign"] for edge in edges], sum(len(edge.get("witnesses", [])) for edge in edges))


def gexf(path):
    graph = load("networkx").read_gexf(path)
    edges = [data for _, _, data in graph.edges(data=True)]
    say(graph.number_of_nodes(), [edge["sign"] for edge in edges], sum(int(edge["witness_count"]) for edge in edges))


def igraph(path):
    graph = load("igraph").Graph.Read_GraphML(path)
    assert graph.is_directed()
    texts = graph.es["witnesses"] if "witnesses" in graph.es.attributes() else []
    say(graph.vcount(), graph.es["sign"], sum(len(json.loads(text or "[]")) for text in texts))


def graph_tool(path):
    graph = load("graph_tool").load_graph(path, fmt="graphml")
    assert graph.is_directed()
    texts = graph.ep["witnesses"] if "witnesses" in graph.ep else None
    say(graph.num_vertices(), list(graph.ep["sign"].a), sum(len(json.loads(texts[edge] or "[]")) for edge in graph.edges()) if texts else 0)


def statements(path, syntax):
    # rdflib's N-Triples reader misreads an escaped backslash before a letter; its Turtle reader takes the same file and does not.
    load("rdflib")
    from rdflib import ConjunctiveGraph
    graph = ConjunctiveGraph()
    graph.parse(path, format=syntax)
    return graph


def rdflib(path, syntax):
    count_statements(tuple(map(str, quad[:3])) for quad in statements(path, syntax).quads())


def quads():
    """N-Quads of another reader on the standard input; one of our statements is a line, and has no blank node."""
    def parts():
        for line in sys.stdin:
            subject, predicate, rest = line.split(" ", 2)
            value = rest[1:rest.find(">" if rest[0] == "<" else '"', 1)]
            yield subject[1:-1], predicate[1:-1], value
    count_statements(parts())


def count_statements(triples):
    ours = "https://w3id.org/mechgraph/"
    nodes, signs, witnesses = set(), {}, set()
    for subject, predicate, value in triples:
        if predicate.endswith("rdf-syntax-ns#type"):
            if value.startswith(ours) and value.endswith("Kind"):
                nodes.add(subject)
            elif value.endswith("/TextMiningStudyResult"):
                witnesses.add(subject)
        elif predicate == ours + "sign":
            signs[subject] = value
    say(len(nodes), signs.values(), len(witnesses))


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
    signs = []
    for table in edge_tables:
        column = next(i for i, name in enumerate(table[0]) if name.split(":")[0] == "sign")
        signs += [row[column] for row in table[1:]]
    say(len(tables[nodes]) - 1, signs, len(tables[witnesses]) - 1)


def ours(path):
    """What the graph holds, from our own JSON Lines: edges and witnesses of others' counts are held to this."""
    signs, witnesses, nodes = {}, 0, set()
    for line in lines(path):
        if "node" in line:
            nodes.add(line["node"]["id"])
            continue
        edge = line.get("edge", line)
        witnesses += "edge" not in line
        signs[edge["subject"]["id"], edge["relation"], edge["sign"], edge["negated"], edge["object"]["id"]] = edge["sign"]
    print(list(signs.values()).count(1), "up", list(signs.values()).count(-1), "down", witnesses, "witnesses")


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
