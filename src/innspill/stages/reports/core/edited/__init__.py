"""What people do to the parts of a report: written, compared, merged, read from Word and Excel."""
