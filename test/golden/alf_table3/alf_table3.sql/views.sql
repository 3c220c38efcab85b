CREATE INDEX node_label ON nodes (label);
CREATE INDEX node_attribute_owner ON node_attributes (node_id, name);
CREATE INDEX edge_subject ON edges (subject, relation);
CREATE INDEX edge_object ON edges (object, relation);
CREATE INDEX edge_attribute_owner ON edge_attributes (edge_id, name);
CREATE INDEX record_table ON records (table_id);
CREATE INDEX cell_record ON cells (record_id);
CREATE INDEX witness_edge ON witnesses (edge_id);
CREATE INDEX witness_cell ON witnesses (cell_id);
CREATE UNIQUE INDEX record_edge_record ON record_edges (record_id, edge_id);
CREATE INDEX record_edge_edge ON record_edges (edge_id);
CREATE INDEX witness_flag_owner ON witness_flags (witness_id);
CREATE INDEX witness_reference_owner ON witness_references (witness_id);
CREATE INDEX witness_reference_text ON witness_references (reference);
CREATE INDEX cited_work_reference ON cited_works (reference);
CREATE INDEX qualifier_owner ON qualifiers (witness_id);
CREATE VIEW statements AS
SELECT w.id AS witness_id, e.id AS edge_id, s.id AS subject_id, s.label AS subject, e.relation, e.sign, e.negated,
  o.id AS object_id, o.label AS object, w.basis, w.confidence, w.words, c.field, r.record, t.name AS document_table,
  t.document_id, w.rule, c.record_id
FROM witnesses w JOIN edges e ON e.id = w.edge_id JOIN nodes s ON s.id = e.subject JOIN nodes o ON o.id = e.object
JOIN cells c ON c.id = w.cell_id JOIN records r ON r.id = c.record_id JOIN document_tables t ON t.id = r.table_id;
CREATE VIEW hops AS
SELECT e.subject AS from_id, e.object AS to_id, e.id AS edge_id,
  CASE e.step WHEN 'effect' THEN e.sign ELSE 1 END AS sign, CASE e.step WHEN 'effect' THEN 1 ELSE 0 END AS may_end,
  0 AS reversed, CASE WHEN e.step <> 'effect' THEN ' —' || e.relation || '→ ' WHEN e.sign > 0 THEN ' → '
                      WHEN e.sign < 0 THEN ' ⊣ ' ELSE ' ⇢ ' END AS arrow
FROM edges e JOIN nodes o ON o.id = e.object
WHERE e.step IN ('effect', 'onward') AND coalesce(o.step, '') <> 'preparation' AND e.subject <> e.object
UNION ALL
SELECT e.object, e.subject, e.id, 1, 0, 1, ' ← ' FROM edges e JOIN nodes o ON o.id = e.object
WHERE e.step IN ('entry', 'onward') AND coalesce(o.step, '') <> 'preparation';
CREATE VIEW record_paths AS
WITH RECURSIVE walk (record_id, by_cargo, from_id, to_id, hops, sign, may_end, nodes, edges, mediators, labels) AS (
  SELECT r.record_id, r.by_cargo, h.from_id, h.to_id, 1, h.sign, h.may_end,
    ',"' || replace(h.from_id, '"', '""') || '","' || replace(h.to_id, '"', '""') || '",',
    h.edge_id, '', coalesce(a.label, a.id) || h.arrow || coalesce(b.label, b.id)
  FROM hops h JOIN nodes a ON a.id = h.from_id JOIN nodes b ON b.id = h.to_id JOIN record_edges r ON r.edge_id = h.edge_id
  UNION ALL
  SELECT w.record_id, CASE WHEN r.by_cargo = 1 THEN 1 ELSE w.by_cargo END, w.from_id, e.object, w.hops + 1,
    w.sign * CASE e.step WHEN 'effect' THEN e.sign ELSE 1 END, CASE e.step WHEN 'effect' THEN 1 ELSE 0 END,
    w.nodes || '"' || replace(e.object, '"', '""') || '",', w.edges || ',' || e.id,
    w.mediators || CASE WHEN m.kind <> 'mediator' THEN '' WHEN w.mediators = '' THEN coalesce(m.label, m.id)
                        ELSE ', ' || coalesce(m.label, m.id) END,
    w.labels || CASE WHEN e.step <> 'effect' THEN ' —' || e.relation || '→ ' WHEN e.sign > 0 THEN ' → '
                     WHEN e.sign < 0 THEN ' ⊣ ' ELSE ' ⇢ ' END || coalesce(o.label, o.id)
  FROM walk w
  JOIN nodes m ON m.id = w.to_id AND m.step IN ('inner', 'preparation')
  JOIN edges e ON e.subject = w.to_id AND e.step IN ('effect', 'onward')
  JOIN nodes o ON o.id = e.object AND coalesce(o.step, '') <> 'preparation'
  JOIN record_edges r ON r.record_id = w.record_id AND r.edge_id = e.id
  WHERE w.hops < 6 AND replace(w.nodes, ',' || '"' || replace(e.object, '"', '""') || '",', '') = w.nodes
)
SELECT record_id, CASE by_cargo WHEN 1 THEN 'suggested' ELSE 'asserted' END AS support, from_id, to_id, hops, sign, mediators, labels, nodes, edges FROM walk WHERE may_end = 1;
CREATE VIEW mechanism_paths AS
WITH RECURSIVE walk (from_id, to_id, hops, sign, may_end, nodes, edges, mediators, labels) AS (
  SELECT h.from_id, h.to_id, 1, h.sign, h.may_end,
    ',"' || replace(h.from_id, '"', '""') || '","' || replace(h.to_id, '"', '""') || '",',
    h.edge_id, '', coalesce(a.label, a.id) || h.arrow || coalesce(b.label, b.id)
  FROM hops h JOIN nodes a ON a.id = h.from_id JOIN nodes b ON b.id = h.to_id
  UNION ALL
  SELECT w.from_id, e.object, w.hops + 1,
    w.sign * CASE e.step WHEN 'effect' THEN e.sign ELSE 1 END, CASE e.step WHEN 'effect' THEN 1 ELSE 0 END,
    w.nodes || '"' || replace(e.object, '"', '""') || '",', w.edges || ',' || e.id,
    w.mediators || CASE WHEN m.kind <> 'mediator' THEN '' WHEN w.mediators = '' THEN coalesce(m.label, m.id)
                        ELSE ', ' || coalesce(m.label, m.id) END,
    w.labels || CASE WHEN e.step <> 'effect' THEN ' —' || e.relation || '→ ' WHEN e.sign > 0 THEN ' → '
                     WHEN e.sign < 0 THEN ' ⊣ ' ELSE ' ⇢ ' END || coalesce(o.label, o.id)
  FROM walk w
  JOIN nodes m ON m.id = w.to_id AND m.step IN ('inner', 'preparation')
  JOIN edges e ON e.subject = w.to_id AND e.step IN ('effect', 'onward')
  JOIN nodes o ON o.id = e.object AND coalesce(o.step, '') <> 'preparation'
  WHERE w.hops < 4 AND replace(w.nodes, ',' || '"' || replace(e.object, '"', '""') || '",', '') = w.nodes
)
SELECT from_id, to_id, hops, sign, mediators, labels, nodes, edges FROM walk WHERE may_end = 1;
