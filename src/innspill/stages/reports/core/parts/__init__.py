"""The parts of a report as values: each sentence and number with what it comes from."""
