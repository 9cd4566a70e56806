"""The plain heart of reports: values in, values out."""
