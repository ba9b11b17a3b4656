"""What a programme gives people to read and to learn: read, finished, and set up by its team."""
