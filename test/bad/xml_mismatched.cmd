# End tags in the wrong order.
records xml_mismatched.xml
