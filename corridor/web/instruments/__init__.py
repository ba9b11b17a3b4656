"""Published scales that a programme asks in its reviews."""
