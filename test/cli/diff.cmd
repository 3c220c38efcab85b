# Two states of a table: signs first, then what came and went.
diff check_table.tsv diff_table.tsv -o @OUT@/changes.dot
