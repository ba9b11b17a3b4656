"""What somebody is reminded of: the page where she switches it, and the links in mails."""
