from tests.mentoring.meetings.arranging import *  # noqa: F403 - pytest finds fixtures by name
