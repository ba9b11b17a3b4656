"""What is done outside of requests: tasks that wait as rows, and routines that come due."""
