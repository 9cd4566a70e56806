"""Bytes to blocks: one module or folder per format, and the guard before all of them."""
