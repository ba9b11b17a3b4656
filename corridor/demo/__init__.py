"""The cast and the seeded community that tests, docs and the demo share; nobody in it is real."""
