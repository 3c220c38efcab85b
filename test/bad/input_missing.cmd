records no_such_table.tsv
