"""Tests of reading, from bytes to blocks."""
