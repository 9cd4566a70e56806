"""People: who can sign in, for which owning body, in which role."""
