"""The plain heart of publication: values in, values out."""
