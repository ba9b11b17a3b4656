"""What is made ready before anybody asks for it: once for all processes, or in each."""

import logging
from threading import Thread

from django.apps import apps
from django.db import DatabaseError, connections

from corridor.algorithms.patient_details import check
from corridor.config.served import served
from corridor.mastodon_api import reads
from corridor.people import queries

logger = logging.getLogger(__name__)


def prepare() -> None:
    """Before the processes are forked: middleware, the rules for patient details and the directory
    are read, what apps ask most is compiled, and what the ORM finds out about each model is found.
    """
    served()
    reads.compile_usual()
    check("")
    for model in apps.get_models():
        str(model._base_manager.all().query)
    _warm_up()


def warm_up_later() -> Thread:
    """In the background: other pages are served meanwhile, the directory as soon as it is read."""
    warming = Thread(target=_warm_up, name="warming", daemon=True)
    warming.start()
    return warming


def _warm_up() -> None:
    try:
        queries.fresh_index()
    except DatabaseError as error:
        logger.warning("The directory could not be read at the start: %s", error)
    finally:
        connections.close_all()  # those of this thread
