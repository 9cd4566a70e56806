"""Search in what is public, as plain values: words and their stems, questions, hits, marks."""
