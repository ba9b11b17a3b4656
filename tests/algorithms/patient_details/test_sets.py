"""What the check keeps up on our own posts; `benchmarks/patient_details.py` prints all of it."""

import pytest

from corridor.algorithms.patient_details import check
from corridor.cli.check.figures import agreement, alarms, stops
from corridor.cli.check.posts import Post, Span
from tests.algorithms.patient_details.sets.making import HERE, SPLITS, posts, written

DIRECT = (
    "PHONE", "FAX", "EMAIL", "SSN", "MRN", "HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE",
    "DEVICE", "URL", "IP", "BIOMETRIC", "OTHER_ID",
)  # fmt: skip


def as_post(said):
    spans = tuple(Span(**span) for span in said["spans"])
    labels = {name: said.get(name, "") for name in ("state", "family", "locale", "form")}
    return Post(id=said["id"], text=said["text"], spans=spans, **labels)


def measured(made):
    return agreement([(as_post(one), check(one["text"])) for one in made])


@pytest.fixture(scope="module")
def clean():
    return measured(one for split in SPLITS for one in posts(split, "clean"))


@pytest.fixture(scope="module")
def phi():
    return measured(one for split in SPLITS for one in posts(split, "phi"))


def test_harmless_posts_are_left_alone(clean):
    said = clean.states["clean"]

    assert said.total() >= 500
    assert len(clean.families) >= 25
    assert alarms(said) / said.total() <= 0.05
    assert stops(said) / said.total() <= 0.002


def test_direct_identifiers_of_every_class_are_found(phi):
    few = {name for name in DIRECT if phi.classes[name].spans < 20}
    missed = {name: phi.classes[name].recall for name in DIRECT if phi.classes[name].recall < 0.95}

    assert (few, missed) == (set(), {})


def test_names_are_found_wherever_they_are_from(phi):
    recall = {key: tally.recall for key, tally in phi.names.items()}
    worst = {
        form: min(recall[key] for key in recall if key[1] == form) for form in ("full", "first")
    }

    assert len({locale for locale, _ in recall}) >= 12
    assert worst["full"] >= 0.85 * recall["US", "full"]
    assert worst["first"] >= 0.75 * recall["US", "first"]


def test_what_is_expected_to_stop_or_to_be_asked_about_is(phi):
    assert alarms(phi.states["stop"]) / phi.states["stop"].total() >= 0.95
    assert alarms(phi.states["look_again"]) / phi.states["look_again"].total() >= 0.9


@pytest.mark.parametrize("name", ["sixty", "written", "last"])
def test_posts_that_were_written_one_by_one_keep_their_bars(name):
    said = measured(written(name)).states

    assert alarms(said["stop"]) >= said["stop"].total() * 16 / 17
    assert alarms(said["look_again"]) >= said["look_again"].total() * 9 / 13
    assert alarms(said["clean"]) <= said["clean"].total() * 3 / 30
    assert stops(said["clean"]) == 0


def test_numbers_are_found_however_they_are_worded():
    figures = measured(written("numbers"))

    assert figures.all.recall >= 0.95
    assert alarms(figures.states["clean"]) == 0


@pytest.mark.parametrize("kind", ["clean", "phi"])
def test_what_is_measured_shares_no_template_with_what_is_tuned_on(kind):
    lines = (HERE / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    dev, held = (
        {line.rsplit("\t", 1)[1] for line in lines if line.startswith(split)} for split in SPLITS
    )

    assert dev
    assert held
    assert not dev & held


def test_posts_are_the_same_each_time():
    assert list(posts("dev", "phi")) == list(posts("dev", "phi"))
