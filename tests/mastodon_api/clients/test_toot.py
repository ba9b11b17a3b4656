"""toot, the command: https://toot.bezdomni.net"""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corridor.posts.actions import NewPoll, NewPost, publish_post

TOOT = shutil.which("toot") or str(Path(sys.executable).with_name("toot"))

pytestmark = pytest.mark.skipif(not Path(TOOT).exists(), reason="toot is not installed")


@pytest.fixture
def environment(tmp_path):
    return os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}


@pytest.fixture
def toot(server, environment, consent, amara):
    """The command, after Amara let it in."""
    asking = subprocess.Popen(  # noqa: S603 - what dev installs
        [TOOT, "login", "--instance", server],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
    )
    url = next(line for line in asking.stdout if line.startswith("http")).strip()
    said, _ = asking.communicate(f"n\n{consent(amara, url)}\n", timeout=60)
    assert "Successfully logged in" in said, said

    def run(*words):
        done = subprocess.run(  # noqa: S603 - as above
            [TOOT, "--no-color", *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_it_knows_who_is_signed_in(toot, amara):
    assert amara.handle in toot("auth")
    assert f"@{amara.handle}" in toot("whoami")


def test_it_reads_and_posts(toot, amara, now):
    publish_post(NewPost(text="From the page"), by=amara, now=now)

    toot("post", "From the terminal")

    timeline = toot("timelines", "home")
    assert "From the page" in timeline
    assert "From the terminal" in timeline


def test_it_tells_of_the_server(toot):
    assert "Corridor" in toot("instance")


def test_it_ends_a_block_of_somebody(toot, mallory):
    toot("block", mallory.handle)

    assert "no longer blocked" in toot("unblock", mallory.handle)


def test_it_keeps_follows_and_lists_and_finds(toot, dr_osei, now):
    publish_post(NewPost(text="Blocks on #Airways"), by=dr_osei, now=now)

    assert "now following" in toot("follow", dr_osei.handle)
    toot("lists", "create", "Anaesthesia")
    toot("lists", "add", "Anaesthesia", dr_osei.handle)
    toot("tags", "follow", "airways")

    assert "Blocks on" in toot("timelines", "list", "Anaesthesia")
    assert "airways" in toot("tags", "followed").lower()
    assert dr_osei.handle in toot("search", "kwame")


def test_it_does_something_with_a_post(toot, dr_osei):
    poll = NewPoll(options=("Spinal", "General"), lasts=timedelta(days=1))
    post = publish_post(NewPost(text="Which?", poll=poll), by=dr_osei, now=datetime.now(UTC))

    for deed in ("favourite", "bookmark", "reblog"):
        toot(deed, str(post.pk))
    toot("polls", "vote", str(post.poll.pk), "0")

    assert "Which?" in toot("bookmarks")
    assert "amara_nwosu" in toot("reblogged-by", str(post.pk))
    assert "1 vote" in toot("status", str(post.pk))
