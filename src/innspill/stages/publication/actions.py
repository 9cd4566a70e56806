"""Actions of publication: the only code that writes this stage. One verb, one function, one transaction."""
