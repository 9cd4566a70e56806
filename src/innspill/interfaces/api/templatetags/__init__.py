"""Filters of the page of documentation."""
