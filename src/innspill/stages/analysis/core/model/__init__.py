"""A language model asked beside the rules: what it is sent, what may come of its answer, what it costs."""
