# The marked graph on standard output.
diff check_table.tsv diff_table.tsv -f dot -q
