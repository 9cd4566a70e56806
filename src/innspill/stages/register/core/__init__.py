"""The plain heart of register: values in, values out."""
