"""`corridor demo token`: for the demo's own people, on this computer, and nobody else."""

import pytest
from django.test import Client
from oauth2_provider.models import AccessToken

from corridor.cli.main import main
from corridor.demo import cast, community
from corridor.demo.community import SLUG
from corridor.programmes.actions import NewProgramme, start_programme

HOME = "/api/v1/timelines/home"


@pytest.fixture
def demo(meet, prof_lindqvist):
    """As much of it as matters here: its programme, and somebody of the cast."""
    new = NewProgramme(
        slug=SLUG, name="First-Gen in Medicine", hashtag="FirstGen", description="For the first."
    )
    start_programme(new, directors=[prof_lindqvist])
    assert community.is_seeded()
    return meet(cast.AMARA)


@pytest.mark.parametrize("words", [[], [cast.AMARA.handle], [f"@{cast.AMARA.handle}"]])
def test_it_prints_a_token_that_works_and_how_to_try_it(demo, capsys, words):
    code = main(["demo", "token", *words])

    printed = capsys.readouterr()
    token = printed.out.strip()
    answer = Client(headers={"Authorization": f"Bearer {token}"}).get(HOME)
    assert code == 0
    assert answer.status_code == 200
    assert f"Bearer {token}" in printed.err


@pytest.mark.parametrize(
    ("port", "address"), [("", "http://localhost:8123"), ("9000", "http://localhost:9000")]
)
def test_it_names_the_server_that_was_started(
    demo, settings, tmp_path, monkeypatch, capsys, port, address
):
    settings.SERVED_AT, settings.PUBLIC_URL = tmp_path / "served-at", "http://localhost:9000"
    settings.SERVED_AT.write_text("http://localhost:8123")
    for name in ("PORT", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    if port:
        monkeypatch.setenv("PORT", port)

    main(["demo", "token"])

    assert f" {address}/api/v1/" in capsys.readouterr().err


def test_nobody_else_is_opened_with_it(demo, join, capsys):
    join(handle="kofi", display_name="Kofi Mensah")

    codes = [main(["demo", "token", handle]) for handle in ("kofi", "nobody_at_all")]

    assert codes == [1, 1]
    assert "is nobody of a demo here" in capsys.readouterr().err
    assert not AccessToken.objects.exists()


def test_without_a_demo_there_is_none(amara, capsys):
    assert main(["demo", "token", amara.handle]) == 1
    assert not AccessToken.objects.exists()


def test_where_others_come_there_is_none(demo, settings, capsys):
    settings.PUBLIC_URL = "https://corridor.example"

    assert main(["demo", "token"]) == 1
    assert "on this computer only" in capsys.readouterr().err
    assert not AccessToken.objects.exists()
