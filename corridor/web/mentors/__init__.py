"""Finding a mentor, and the gallery of role models."""
