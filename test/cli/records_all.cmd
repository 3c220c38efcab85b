# A table without a column that says what was found: seen with --all only.
records ../bad/input_no_result.csv --all
