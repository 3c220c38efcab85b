show cited_article.xml exosome NLRP3
