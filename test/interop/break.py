"""break.py GRAPH.nt FOLDER: writes twelve copies of a graph of ours, each broken in one place."""
import sys

MG = "https://w3id.org/mechgraph/"
BIOLINK = "https://w3id.org/biolink/vocab/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"

lines = open(sys.argv[1], encoding="utf-8").read().splitlines()


def first(prop, value=""):
    """The number of the first line with this property and this beginning of its object."""
    return next(i for i, line in enumerate(lines) if f" <{prop}> {value}" in line)


def without(number):
    return lines[:number] + lines[number + 1:]


def changed(number, value):
    subject, prop, _ = lines[number].split(" ", 2)
    return lines[:number] + [f"{subject} {prop} {value} ."] + lines[number + 1:]


def more(number, prop, value):
    return lines + [f"{lines[number].split(' ', 1)[0]} <{prop}> {value} ."]


edge = first(MG + "relation", '"decreases"')
evidence = first(BIOLINK + "supporting_text")
broken = {
    "edge_without_object": without(first(RDF + "object")),
    "edge_of_two_signs": more(edge, MG + "sign", f'"1"^^<{XSD}integer>'),
    "sign_against_direction": changed(first(BIOLINK + "object_direction_qualifier", '"decreased"'), '"increased"'),
    "edge_to_an_unknown_node": changed(first(RDF + "object"), f"<{MG}nowhere>"),
    "node_without_identifier": without(first("http://purl.org/dc/terms/identifier")),
    "node_of_two_kinds": more(first(MG + "key"), RDF + "type", f"<{MG}ContextKind>"),
    "evidence_without_record": without(first(MG + "record")),
    "evidence_of_no_edge": without(first(BIOLINK + "has_evidence")),
    "confidence_above_one": changed(first(BIOLINK + "extraction_confidence_score"), f'"1.5"^^<{XSD}decimal>'),
    "unknown_basis": changed(first(MG + "basis"), '"guessed"'),
    "words_that_end_before_they_begin": changed(first(MG + "end"), f'"-1"^^<{XSD}integer>'),
    "shortcut_without_an_edge": lines + [f"<{MG}msc> <{MG}increases> <{MG}msc> ."],
}
for name, text in broken.items():
    with open(f"{sys.argv[2]}/{name}.nt", "w", encoding="utf-8") as file:
        file.write("\n".join(text) + "\n")
