# A list that is cut off.
records ../cli/cited_table.tsv --references references_cut.ris
