"""Tasks that wait as rows, as they do where people run Corridor."""

import pytest
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend


@pytest.fixture
def kept_as_rows(db):
    at_once = task_backends["default"]
    task_backends["default"] = DatabaseBackend("default", {})
    yield
    task_backends["default"] = at_once
