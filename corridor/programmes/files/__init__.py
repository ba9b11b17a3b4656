"""What a matching run leaves behind: tables, a report, and a certificate that can be checked."""
