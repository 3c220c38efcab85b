# A document type with entities of its own: refused before any is resolved.
records xml_dtd_subset.xml
