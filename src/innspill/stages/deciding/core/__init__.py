"""The plain heart of deciding: values in, values out."""
