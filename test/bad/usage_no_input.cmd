paths --from source --to outcome
