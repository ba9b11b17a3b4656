"""A programme behind a hashtag: its rounds, applications, matching runs and their review."""
