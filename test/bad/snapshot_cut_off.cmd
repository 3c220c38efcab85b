# A snapshot that breaks off.
paths snapshot_cut_off.mgraph --from source --to outcome
