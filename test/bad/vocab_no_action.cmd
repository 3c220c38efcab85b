vocab
