"""A page to match one's own people without leaving them here."""
