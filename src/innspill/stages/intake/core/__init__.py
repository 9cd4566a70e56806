"""The plain heart of intake: values in, values out."""
