"""Writing a response: a draft with a secret address, from who answers to the receipt."""
