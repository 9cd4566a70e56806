"""The plain heart of handover: values in, values out."""
