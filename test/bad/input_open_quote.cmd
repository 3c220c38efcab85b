# The row with the quote is lost, no other.
records input_open_quote.csv
