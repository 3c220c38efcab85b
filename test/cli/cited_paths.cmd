paths cited_article.xml --from "bone marrow" --to NLRP3
