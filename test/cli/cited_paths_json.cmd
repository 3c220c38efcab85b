paths cited_article.xml --from placenta --to NLRP3 --json
