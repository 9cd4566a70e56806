"""How far what was said of answers agrees with what is true: per answer counts, then figures."""
