# nothing is left behind
vocab import vocab_no_id.obo -o @OUT@/x.vocab
