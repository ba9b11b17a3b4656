"""What a director's files say: spreadsheets and form exports in, people out, or every error."""
