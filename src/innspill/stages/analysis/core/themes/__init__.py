"""What many comments are about: themes found in lists of texts, and new texts held against them."""
