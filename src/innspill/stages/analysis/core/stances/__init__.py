"""Attitudes in words: tones of sentences, and the learnt stance of a comment."""
