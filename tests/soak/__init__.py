"""Long trials of what is promised about intake; the suite has short runs of the same code."""
