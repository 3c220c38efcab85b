# An article without tables.
records xml_no_tables.xml
