"""In a fresh clone each process begins with other files, and finds compiled what others made.

pytest works out anew what a failed `assert` says when it first reads a file of tests, and keeps
that. Processes that read all files in the same order would all do it for the same file at once.
"""

from importlib import import_module
from pathlib import Path


def read(config) -> None:
    """Before pytest collects them, in its own order."""
    if not hasattr(config, "workerinput") or config.args != config.getini("testpaths"):
        return
    files = sorted(Path(config.rootpath, "tests").rglob("test_*.py"))
    if sum(map(_is_compiled, files)) > len(files) / 2:
        return  # a few new ones; pytest tells better than we what is wrong with them
    number = int(config.workerinput["workerid"].removeprefix("gw"))
    begin = len(files) * number // config.workerinput["workercount"]
    for path in [*files[begin:], *files[:begin]]:
        if not _is_compiled(path):
            import_module(".".join(path.relative_to(config.rootpath).with_suffix("").parts))


def _is_compiled(path: Path) -> bool:
    return any((path.parent / "__pycache__").glob(f"{path.stem}.*-pytest-*.pyc"))
