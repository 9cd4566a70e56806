"""Analysis with its tables."""
