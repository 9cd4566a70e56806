"""Weights learnt from the labelled hearings, and how they are read: no library, no pickle."""
