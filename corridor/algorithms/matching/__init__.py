"""Matching mentees and mentors: everything other packages may use of it is named here."""
