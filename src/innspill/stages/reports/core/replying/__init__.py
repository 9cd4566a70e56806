"""The letters to those who answered: what became of each of their points, in their written form."""
