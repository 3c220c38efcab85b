# 1,200 elements inside each other.
records xml_deep.xml
