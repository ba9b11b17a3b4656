"""Pages of a community, walked by links as somebody would, and the forms that stand on them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve

AWAY = {"sign-out", "account_logout"}
SAID = "As they say in Leeds."
SUBMITS = {"submit", "image"}
TICKED = {"checkbox", "radio"}


@dataclass
class FoundForm:
    path: str
    method: str
    is_file: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)
    """What would be sent, with words where nothing stands yet."""


class _Reader(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.links, self.forms = path, [], []
        self.form = self.select = None

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        read = getattr(self, f"_{tag}", None)
        if read is not None:
            read(given)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None

    def _a(self, given):
        self.links.append(urljoin(self.path, given.get("href", "")))

    def _form(self, given):
        path = urljoin(self.path, given.get("action") or self.path)
        self.form = FoundForm(path, given.get("method", "get").upper())
        self.form.is_file = "multipart" in given.get("enctype", "")
        self.forms.append(self.form)

    def _input(self, given):
        kind = given.get("type", "text")
        if kind in TICKED and "checked" not in given and self._has(given):
            return
        if kind not in {"file", "submit"}:
            self._say(given, given.get("value") or ("on" if kind in TICKED else ""))

    def _textarea(self, given):
        self._say(given, SAID)

    def _button(self, given):
        if not self._has(given):
            self._say(given, given.get("value", ""))

    def _select(self, given):
        self.select = given

    def _option(self, given):
        if self.select and given.get("value") and not self._has(self.select):
            self._say(self.select, given["value"])

    def _has(self, given):
        return self.form is None or any(name == given.get("name") for name, _ in self.form.said)

    def _say(self, given, value):
        if self.form is not None and given.get("name"):
            self.form.said.append((given["name"], value))


def name_of(path):
    """Of the address, as `urls.py` has it; None where it leads nowhere."""
    try:
        return resolve(urlsplit(path).path).url_name
    except Resolver404:
        return None


def walk(client, seen, *, start="/"):
    """The pages and forms that are reached and were not `seen`: of each address one."""
    ways = [start]
    pages, forms = [], []
    while ways:
        path = ways.pop(0)
        if not _is_new(path, seen):
            continue
        answer = client.get(path)
        pages.append(path)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        reader = _Reader(path)
        reader.feed(answer.text)
        ways += reader.links
        forms += [one for one in reader.forms if _is_new(one.path, seen, "form")]
    return pages, forms


def _is_new(path, seen, kind="page"):
    parts = urlsplit(path)
    name = name_of(path)
    if parts.netloc not in {"", "testserver"} or name is None or name in AWAY:
        return False
    is_new = (kind, name) not in seen
    seen.add((kind, name))
    return is_new
