# Numbers of one list can not be those of two articles.
records ../cli/cited_table.tsv references_other.tsv --references ../cli/cited_table.ris
