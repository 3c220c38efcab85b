// readers.mjs READER FILE [QUERY]: what a library of npm finds in a file: "N nodes N edges N up N down N witnesses", or as JSON what a
// query gives. Libraries are looked for under $NODE_PATH. Exit 77: the library is not installed.
import { createReadStream, readFileSync } from "fs";
import { createRequire } from "module";
import { resolve } from "path";

const require = createRequire(resolve(process.env.NODE_PATH || "node_modules") + "/");
const [reader, file, query] = process.argv.slice(2);

function load(name) {
  try {
    return require(name);
  } catch {
    process.exit(77);
  }
}

function say(nodes, signs, witnesses) {
  const count = (wanted) => signs.filter((sign) => Number(sign) === wanted).length;
  console.log(`${nodes} nodes ${signs.length} edges ${count(1)} up ${count(-1)} down ${witnesses} witnesses`);
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// What Gephi Lite reads with.
function graphology(parser, witnesses) {
  const Graph = load("graphology");
  const { parse } = load(parser);
  const graph = parse(Graph, readFileSync(file, "utf8"), { addMissingNodes: false });
  const edges = graph.mapEdges((_, attributes) => attributes);
  say(graph.order, edges.map((edge) => edge.sign), sum(edges.map(witnesses)));
}

function cytoscape() {
  const graph = load("cytoscape")({ headless: true, ...JSON.parse(readFileSync(file, "utf8")), style: [], layout: { name: "null" } });
  const edges = graph.edges().map((edge) => edge.data());
  say(graph.nodes().length, edges.map((edge) => edge.sign), sum(edges.map((edge) => (edge.witnesses ?? []).length)));
}

const mg = "https://w3id.org/mechgraph/";
const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const formats = { nt: "application/n-triples", nq: "application/n-quads", ttl: "text/turtle", trig: "application/trig", jsonld: "application/ld+json" };
const format = () => formats[file.split(".").at(-1)];

// Statements are objects of subject, predicate and object, each with a value.
function count(statements) {
  const [nodes, edges, witnesses] = [new Set(), new Map(), new Set()];
  for (const { subject, predicate, object } of statements) {
    if (predicate.value === type && object.value.startsWith(mg) && object.value.endsWith("Kind")) nodes.add(subject.value);
    if (predicate.value === type && object.value.endsWith("/TextMiningStudyResult")) witnesses.add(subject.value);
    if (predicate.value === mg + "sign") edges.set(subject.value, object.value);
  }
  say(nodes.size, [...edges.values()], witnesses.size);
}

function oxigraph() {
  const store = new (load("oxigraph").Store)();
  store.load(readFileSync(file, "utf8"), { format: format(), base_iri: "http://base.example/" });
  if (!query) return count(store.match());
  const rows = store.query(readFileSync(query, "utf8"));
  console.log(JSON.stringify(rows.map((row) => Object.fromEntries([...row].map(([name, term]) => [name, term.value])))));
}

async function n3() {
  const { StreamParser } = load("n3");
  const statements = [];
  await new Promise((done, failed) => {
    createReadStream(file).pipe(new StreamParser({ format: format() })).on("data", (quad) => statements.push(quad)).on("end", done).on("error", failed);
  });
  count(statements);
}

// The statements of a script, parted at semicolons outside of texts and comments.
function statements(script) {
  return script.match(/(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|[^;])+/gs).map((each) => each.replace(/^\s*(\/\/[^\n]*\n\s*)*/, "")).filter((each) => each.trim());
}

async function kuzu() {
  const { Database, Connection } = load("kuzu");
  const script = query && readFileSync(query, "utf8");
  process.chdir(file);
  const connection = new Connection(new Database(":memory:"));
  const rows = async (text) => (await connection.query(text)).getAll();
  for (const name of ["schema.cypher", "copy.cypher"]) for (const statement of statements(readFileSync(name, "utf8"))) await rows(statement);
  if (script) {
    console.log(JSON.stringify(await rows(script), (_, value) => (typeof value === "bigint" ? Number(value) : value)));
  } else {
    const [nodes] = await rows("MATCH (n:Node) RETURN count(*) AS c");
    const signs = (await rows("MATCH (:Node)-[r]->(:Node) RETURN r.sign AS sign")).map((row) => row.sign);
    const [witnesses] = await rows("MATCH (n:Witness) RETURN count(*) AS c");
    say(nodes.c, signs, witnesses.c);
  }
  process.exit(0);  // its destructor crashes
}

async function duckdb() {
  const { DuckDBInstance } = load("@duckdb/node-api");
  const script = query && readFileSync(query, "utf8");
  process.chdir(file);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const text = readFileSync("duckdb.sql", "utf8").replace(/^\.read (.*)$/gm, (_, name) => readFileSync(name, "utf8"));
  await connection.run(text);
  const rows = async (text) => (await connection.runAndReadAll(text)).getRowObjects();
  if (script) {
    console.log(JSON.stringify(await rows(script), (_, value) => (typeof value === "bigint" ? Number(value) : value)));
  } else {
    const [{ nodes, witnesses }] = await rows("SELECT (SELECT count(*) FROM nodes) AS nodes, (SELECT count(*) FROM witnesses) AS witnesses");
    say(nodes, (await rows("SELECT sign FROM edges")).map((row) => row.sign), witnesses);
  }
}

const readers = {
  "graphology-graphml": () => graphology("graphology-graphml", (edge) => JSON.parse(edge.witnesses || "[]").length),
  "graphology-gexf": () => graphology("graphology-gexf", (edge) => (edge.witnesses ?? []).length),
  cytoscape, oxigraph, n3, kuzu, duckdb,
};
await readers[reader]();
