build no_such_table.tsv nor_this.tsv -o @OUT@/graph.dot
