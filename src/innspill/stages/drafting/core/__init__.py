"""What drafting knows: steps of the form, what is missing, the form filled in. No Django."""
