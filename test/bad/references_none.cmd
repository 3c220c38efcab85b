# No reference list at all.
records ../cli/cited_table.tsv --references ../cli/cited_table.tsv
