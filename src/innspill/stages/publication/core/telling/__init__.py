"""Whether a sentence tells of one person's health: fields of words, and weights learnt for them."""
