"""Files that take longest are begun first, so that no process waits long for the last of another.

A process of tests has a file at a time, whatever is in it. Left to itself it would begin with the
files that have most tests, and end with a few that each open a browser.
"""

from itertools import groupby

BROWSER, KNOCKS, PAGE, DATABASE, NOTHING = 1500, 1500, 200, 70, 15
"""What a test takes of each kind, in milliseconds; only what is more than what counts."""


def arrange(config, items) -> None:
    if not hasattr(config, "workerinput"):
        return  # whoever runs them in one process reads them in the order of folders
    files = [list(tests) for _path, tests in groupby(items, lambda item: item.path)]
    files.sort(key=lambda tests: -sum(map(_takes, tests)))
    items[:] = [item for tests in files for item in tests]


def _takes(item) -> int:
    if "chromium" in item.fixturenames:
        return BROWSER
    if "tests/web/doors/" in item.nodeid:
        return KNOCKS
    if "tests/web/" in item.nodeid:
        return PAGE
    return (
        DATABASE if item.get_closest_marker("django_db") or "db" in item.fixturenames else NOTHING
    )
