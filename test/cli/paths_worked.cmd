# The worked example of the README.
paths ../../samples/alf_table3/table.txt --doi 10.1186/s13287-022-02825-z --from "bone marrow" --to "acute liver failure"
