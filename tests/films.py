"""Films and sounds of every kind, made by ffmpeg."""

import subprocess

import pytest
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend

from corridor.kernel import moving_pictures

needs_ffmpeg = pytest.mark.skipif(
    not moving_pictures.can_make_anew(), reason="ffmpeg is not installed"
)


def run(*command):
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - all ours
    return done.stdout


@pytest.fixture(scope="session")
def film(tmp_path_factory):
    """A film of a kind: `film("mp4")`; with sound `film("mp4", sound=True)`."""
    folder = tmp_path_factory.mktemp("films")

    def make(ending, *, seconds=1, sound=False, size="322x200", **tags):
        target = folder / f"{len(list(folder.iterdir()))}.{ending}"
        sources = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=10:duration={seconds}"]
        if ending in {"mp3", "wav", "flac", "m4a", "ogg"}:
            sources = []
        if sound or not sources:
            sources += ["-f", "lavfi", "-i", f"sine=duration={seconds}"]
        said = [word for name, value in tags.items() for word in ("-metadata", f"{name}={value}")]
        codec = ["-c:v", "libvpx"] if ending == "webm" else []
        run("ffmpeg", "-v", "error", "-y", *sources, *said, *codec, str(target))
        return target

    return make


@pytest.fixture
def later():
    """Tasks wait, and `later()` does them, as a worker does."""
    at_once = task_backends["default"]
    waiting = DummyBackend("default", {"ENQUEUE_ON_COMMIT": False})
    task_backends["default"] = waiting

    def do():
        for one in waiting.results:
            one.task.call(*one.args, **one.kwargs)
        waiting.clear()

    yield do
    task_backends["default"] = at_once
