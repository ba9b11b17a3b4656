"""Each process of the web server reads the directory at its start."""

import os
import subprocess
import sys

import pytest

from corridor.config.warming import warm_up_later
from corridor.people import actions, queries
from corridor.people.choices import Kind
from tests.thoroughly import thoroughly

LOADED_BY_A_SERVER = """
import threading
import corridor.config.wsgi
for thread in threading.enumerate():
    if thread.name == "warming":
        thread.join()
"""


@pytest.mark.django_db(transaction=True)
def test_after_warming_the_directory_takes_one_query(dr_osei, django_assert_num_queries):
    offer = actions.NewOffer(kind=Kind.MENTORSHIP, capacity=2)
    actions.set_offers(profile=dr_osei, offers=[offer], by=dr_osei)

    warm_up_later().join()

    with django_assert_num_queries(1):
        assert queries.fresh_index().ids() == {dr_osei.pk}


@thoroughly
def test_a_database_that_is_not_ready_does_not_stop_the_server(tmp_path):
    loading = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", LOADED_BY_A_SERVER],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ
        | {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "corridor.config.settings"},
    )

    assert loading.returncode == 0
    assert "The directory could not be read at the start" in loading.stderr
