"""Pictures of pages: text recognised by a program outside, ticks found in the pixels."""
