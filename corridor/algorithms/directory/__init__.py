"""Finding somebody among everybody: words that are searched, fits that are sorted by."""
