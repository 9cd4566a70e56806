"""How an answer falls into points: pieces, what each is, and where a new point begins."""
