# The page in place of the article.
records xml_html.xml
