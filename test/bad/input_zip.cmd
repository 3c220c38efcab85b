# The first bytes of a spreadsheet.
records input_zip.xlsx
