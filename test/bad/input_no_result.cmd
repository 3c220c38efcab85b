# Columns that name no result.
records input_no_result.csv
