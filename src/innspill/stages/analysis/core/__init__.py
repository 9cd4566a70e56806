"""The plain heart of analysis: values in, values out."""
