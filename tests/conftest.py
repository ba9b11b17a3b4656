"""The cast that every test may call on, and a browser where one is installed."""

import gc
import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings

from corridor.demo import cast
from corridor.mastodon_api.rates import counted_here
from corridor.people import queries as people
from corridor.people.actions import NewPerson, get_acquainted, note_visit
from corridor.people.queries import forget_index
from corridor.safety import moderators_known
from tests import compiled_in_turn, first_the_longest, kept_stages, template_database
from tests.people.registered import registered
from tests.people.seeds import bring_back_seeds, keep_seeds
from tests.signing_in import browser_of, session_of
from tests.thoroughly import tries

# Playwright keeps an event loop in this thread; Django's live server has its own.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

BROKEN = 500
MOST_PROCESSES = 8
"""As many as there are folders with much in them; each holds a browser."""
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ["chromium-headless-shell", "chromium"])), ""
)
# Machines that others use as well are slow at times; that is no mistake of a test.
settings.register_profile(
    "shared",
    max_examples=tries(100),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("shared")

NOTHING_LIVE = "delete window.EventSource"
"""No process tells pages of the live server what is new; they ask now and then."""
UNWANTED = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"]
"""Pages of the browser's own, loaded anew in a process each for every window that nobody sees."""
UNWANTED_BY_PLAYWRIGHT = [
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "Translate",
]
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    # The last list counts: Playwright's own is in it, for pages to behave as it expects.
    f"--disable-features={','.join([*UNWANTED, *UNWANTED_BY_PLAYWRIGHT])}",
]


def pytest_xdist_auto_num_workers():
    """One more than there are processors: a test that waits for a browser leaves one idle."""
    return min((os.cpu_count() or 1) + 1, MOST_PROCESSES)


def pytest_configure(config):
    kept_stages.watch(config)


def pytest_sessionstart(session):
    """Pages have fonts and icons; while processes still collect, what they copy is made."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        call_command("build_assets", verbosity=0)
    if session.config.getoption("numprocesses", default=None):
        folder = _templates(session.config)
        template = template_database.template_of_tests(folder)
        Thread(target=template_database.make, args=[template, folder]).start()


def pytest_collection(session):
    compiled_in_turn.read(session.config)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    first_the_longest.arrange(config, items)


def pytest_collection_finish():
    """What was imported stays to the end; looking for rubbish in it again and again finds none."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _templates(config) -> Path:
    return config.cache.mkdir("databases")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    pytestconfig,
    django_db_modify_db_settings_parallel_suffix,
    django_db_keepdb,
    django_db_createdb,
):
    """A database made anew is a copy; one that is kept (`--reuse-db`) stays as it is."""
    if connection.vendor == "sqlite" or django_db_createdb or not django_db_keepdb:
        folder = _templates(pytestconfig)
        template = template_database.template_of_tests(folder)
        template_database.make(template, folder)
        template_database.start_from(template)


@pytest.fixture(scope="session")
def migrated_file(pytestconfig) -> Path:
    """A file of SQLite as `corridor migrate` makes it, for servers in processes of their own."""
    folder = _templates(pytestconfig)
    template = template_database.file_template(folder)
    template_database.make(template, folder)
    return template.path


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """What migrations enter is remembered, and brought back after tests on a live server."""
    keep_seeds(request.config, django_db_blocker)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    yield
    if nextitem is not None:  # after the last test the database itself is gone
        bring_back_seeds(item)


@pytest.fixture(autouse=True)
def fresh_cache():
    """What one test left in the cache, such as counts of tries, means nothing to the next."""
    cache.key_prefix = uuid4().hex
    counted_here.forget()


@pytest.fixture(autouse=True)
def nobody_moderates():
    """Until a test appoints somebody; no page needs to ask for that."""
    moderators_known.suppose_nobody(now=timezone.now())


@pytest.fixture(autouse=True)
def fresh_directory():
    """People of one test are gone from the database of the next; memory forgets them too."""
    forget_index()


@pytest.fixture
def now():
    """Match Day."""
    return datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def join(db, now):
    """Somebody who is not in the cast joins: `join(handle="kofi", display_name="Kofi Mensah")`."""
    del db

    def register(*, handle: str, display_name: str, **facts: str):
        person = NewPerson(
            email=f"{handle}@example.org", handle=handle, display_name=display_name, **facts
        )
        return registered(person, now=now)

    return register


@pytest.fixture
def meet(db, now):
    """One of the demo's cast, as the demo shows them."""
    del db

    def register(person):
        facts = NewPerson(
            email=person.email,
            handle=person.handle,
            display_name=person.name,
            pronouns=person.pronouns,
            stage=person.stage,
            specialty=person.specialty,
            institution=person.institution,
            country=person.country,
            time_zone=person.zone,
        )
        return people.profile_by_handle(person.handle) or registered(facts, now=now)

    return register


@pytest.fixture
def amara(meet):
    """Third-year student, first in her family at university."""
    return meet(cast.AMARA)


@pytest.fixture
def dr_osei(meet):
    """Consultant anaesthesiologist; takes two mentees at most."""
    return meet(cast.DR_OSEI)


@pytest.fixture
def prof_lindqvist(meet):
    """Directs a programme."""
    return meet(cast.PROF_LINDQVIST)


@pytest.fixture
def mallory(meet):
    """Signed in, curious, and without any rights here."""
    return meet(cast.MALLORY)


@pytest.fixture
def know_each_other(now):
    """`know_each_other(amara, dr_osei)`: neither is a stranger to the other any more."""

    def acquaint(*profiles):
        for one, other in permutations(profiles, 2):
            get_acquainted(one.pk, other.pk, now=now)

    return acquaint


@pytest.fixture
def signed_in() -> Callable[..., Client]:
    """A client in which somebody is signed in: `signed_in(amara).get("/")`.

    She was here earlier today: the first visit of a day writes a row.
    """

    def sign_in(profile) -> Client:
        note_visit(profile=profile, today=timezone.now().date())
        return browser_of(profile)

    return sign_in


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    if not CHROMIUM:
        pytest.skip("No browser: install chromium, or say where it is with CHROMIUM=/path.")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need no browser

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_server):
    """Opens an address of the live server as somebody, in a browser of a width and theme.

    `open_page("/you/", viewer=amara, width=390, theme="dark")`; complaints in the browser's
    console fail the test, but for the one that a page itself was a refusal, such as 404.
    """
    contexts, complaints, refusals = [], [], set()

    def open_as(path, *, viewer=None, width=1280, theme="light", scripts=True):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 844},
            color_scheme=theme,
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        if viewer is not None:
            context.add_cookies([_cookie_of(viewer, live_server.url)])
        page = context.new_page()
        page.add_init_script(NOTHING_LIVE)
        page.on("console", lambda line: _note(complaints, line))
        page.on("response", lambda answer: _note_refusal(refusals, answer))
        page.goto(path)
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert [text for text, about in complaints if about not in refusals] == []


def _note(complaints, line):
    if line.type in {"error", "warning"}:
        status = re.search(r"responded with a status of (\d+)", line.text)
        complaints.append((line.text, (line.location["url"], int(status[1]) if status else 0)))


def _note_refusal(refusals, answer):
    if answer.request.is_navigation_request() and answer.status != BROKEN:
        refusals.add((answer.url, answer.status))


def _cookie_of(profile, url):
    return {"name": "sessionid", "value": session_of(profile), "url": url}
