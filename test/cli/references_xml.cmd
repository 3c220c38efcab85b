records cited_table.tsv --json --references cited_article.xml | grep -o "cited.:[^]]*"
