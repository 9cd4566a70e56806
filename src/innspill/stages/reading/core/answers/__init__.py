"""Blocks to answers: which words answer which question, who sent them, and that none is left."""
