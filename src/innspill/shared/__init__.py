"""What every room may use: plain values, ports, errors, people and the journal."""
