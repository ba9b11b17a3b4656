import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from corridor.config import environment


@pytest.mark.parametrize(
    ("word", "meaning"), [("yes", True), ("1", True), ("No", False), ("off", False), ("", True)]
)
def test_yes_and_no_are_understood_and_nothing_means_the_default(monkeypatch, word, meaning):
    monkeypatch.setenv("DEBUG", word)

    assert environment.flag("DEBUG", default=True) is meaning


def test_a_word_that_is_neither_yes_nor_no_stops_the_start(monkeypatch):
    monkeypatch.setenv("DEBUG", "maybe")

    with pytest.raises(ValueError, match="DEBUG is 'maybe'; expected yes or no"):
        environment.flag("DEBUG", default=False)


def test_host_names_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,")

    assert environment.words("ALLOWED_HOSTS") == ["a.example", "b.example"]


def test_data_lies_in_the_checkout_where_there_is_one(monkeypatch, tmp_path):
    monkeypatch.delenv("DATA_DIR", raising=False)
    (tmp_path / "manage.py").touch()

    assert environment.data_dir(checkout=tmp_path) == tmp_path / "var"


def test_data_of_an_installed_package_lies_with_the_person(monkeypatch, tmp_path):
    monkeypatch.delenv("DATA_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    found = environment.data_dir(checkout=tmp_path / "site-packages")

    assert found == tmp_path / ".local" / "share" / "corridor"


def test_the_key_that_is_given_is_used(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "given")

    assert environment.secret_key(keep_in=tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once_kept_and_readable_by_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    made = environment.secret_key(keep_in=tmp_path)

    assert environment.secret_key(keep_in=tmp_path) == made
    assert len(made) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_processes_that_start_together_agree_on_the_secret(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: environment.secret_key(keep_in=tmp_path), range(32)))

    assert len(keys) == 1
    assert "" not in keys
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_number_is_whole_or_stops_the_start(monkeypatch):
    monkeypatch.setenv("PROXIES", "two")

    with pytest.raises(ValueError, match="PROXIES is 'two'; expected a whole number"):
        environment.number("PROXIES", default=0)


def test_a_word_that_is_no_choice_stops_the_start(monkeypatch):
    monkeypatch.setenv("REGISTRATION", "everybody")

    with pytest.raises(ValueError, match="'everybody'; expected one of open, roster"):
        environment.choice("REGISTRATION", among=("open", "roster"), default="open")


def test_an_institution_is_read_as_it_is_written_in_the_docs(monkeypatch):
    monkeypatch.setenv(
        "OPENID_PROVIDERS",
        '[{"id": "severnside", "name": "Severnside University",'
        ' "server": "https://idp.severnside.example/", "client_id": "corridor", "secret": "s"}]',
    )

    [institution] = environment.sign_ins_elsewhere()["openid_connect"]["APPS"]

    assert institution["provider_id"] == "severnside"
    assert institution["settings"]["server_url"] == "https://idp.severnside.example"


REST = '"name": "", "client_id": "", "secret": ""'


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('[{"id": "severnside"}]', "OPENID_PROVIDERS is a JSON list"),
        (
            '[{"id": "a b", "name": "", "server": "https://x", "client_id": "", "secret": ""}]',
            "no id",
        ),
        ('[{"id": "a", "name": "", "server": "http://x", "client_id": "", "secret": ""}]', "https"),
        ("severnside", "OPENID_PROVIDERS"),
    ],
)
def test_an_institution_that_is_written_wrong_stops_the_start(monkeypatch, written, says):
    monkeypatch.setenv("OPENID_PROVIDERS", written)

    with pytest.raises(ValueError, match=says):
        environment.sign_ins_elsewhere()


def test_half_of_orcid_stops_the_start(monkeypatch):
    monkeypatch.setenv("ORCID_CLIENT_ID", "APP-1")

    with pytest.raises(ValueError, match="go together"):
        environment.sign_ins_elsewhere()


def test_links_lead_to_the_port_that_is_listened_on(tmp_path):
    surroundings = {name: value for name, value in os.environ.items() if name != "PUBLIC_URL"}
    done = subprocess.run(
        [sys.executable, "-c", "from corridor.config import settings; print(settings.PUBLIC_URL)"],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings | {"PORT": "8123", "DATA_DIR": str(tmp_path)},
    )

    assert done.stdout == "http://localhost:8123\n"


@pytest.mark.parametrize(
    ("public", "streaming"),
    [
        ("http://localhost:8000", "ws://localhost:8001"),
        ("https://corridor.example", "wss://corridor.example"),
    ],
)
def test_apps_are_told_to_listen_where_something_answers(public, streaming):
    assert environment.streaming_url(public, port="8001") == streaming
