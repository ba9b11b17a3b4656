"""The code of conduct of a programme: read, accepted, written, and what to do if it is broken."""
