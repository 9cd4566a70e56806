"""Back to those who answered: the letters to each, and the result that everybody sees."""
