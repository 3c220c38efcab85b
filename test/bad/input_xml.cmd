records input_xml.graphml
