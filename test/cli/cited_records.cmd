records cited_article.xml --json
