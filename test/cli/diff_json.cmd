# The same for programs.
diff check_table.tsv diff_table.tsv --json
