# diff compares two.
diff ../cli/check_table.tsv
