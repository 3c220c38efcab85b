# A download that broke off.
records xml_truncated.xml
