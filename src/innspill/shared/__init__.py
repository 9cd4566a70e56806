"""What every room may use: plain values, lists of words, ports, errors, people and the journal."""
