# XML that is no article.
records input_xml.xml
