"""The plain heart of consultations: values in, values out."""
