"""The plain heart of reading: values in, values out."""
