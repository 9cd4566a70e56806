"""Actions of consultations: the only code that writes this stage. One verb, one function, one transaction."""
