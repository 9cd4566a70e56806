"""Actions of reading: the only code that writes this stage. One verb, one function, one transaction."""
