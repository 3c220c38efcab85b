# A table that a spreadsheet saved as "Unicode text".
records input_utf16.tsv
