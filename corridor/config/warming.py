"""What a process of the web server reads before anybody asks for it."""

import logging
from threading import Thread

from django.db import DatabaseError, connections

from corridor.people import queries

logger = logging.getLogger(__name__)


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
