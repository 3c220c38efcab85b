formats --json
