records cited_table.tsv --references cited_table.ris --json
