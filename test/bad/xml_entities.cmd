# Entities that grow: never expanded.
records xml_entities.xml
