# Every relation in its stored direction.
paths ../../samples/alf_table3/table.txt --from "HPL-CM (amniotic fluid)" --to "amniotic fluid" --through any
