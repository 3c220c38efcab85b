# An article whose tables hold no results.
records xml_no_result.xml
