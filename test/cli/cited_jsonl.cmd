export cited_article.xml -f jsonl -q | grep '"record":"2".*"relation":"decreases"'
