"""What several colleagues on one hearing share: who does what, what is left, who reads it again."""
