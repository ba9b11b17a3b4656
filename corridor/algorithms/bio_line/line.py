"""Writing the line: as much as fits, the most telling last to go.

What is left out, in this order: interests; topics, one at a time from the longest list; places;
the sentences, of which the hashtags remain; then hashtags from the end.
"""

from collections.abc import Iterator
from dataclasses import replace

from corridor.algorithms.bio_line.words import (
    FULL,
    GIVES,
    GIVES_TAGS,
    MOST_PLACES,
    SEEKS,
    SEEKS_TAGS,
    Gives,
    Line,
    Seeks,
    plain_topics,
)
from corridor.algorithms.hashtags import as_hashtag

BLUESKY, MASTODON, SHORT = 256, 500, 160
"""Letters of a bio, or of a place that allows little."""


def write_line(line: Line, *, limit: int) -> str:
    """At most `limit` letters; empty where not even a hashtag fits."""
    return next(text for text in _shorter_and_shorter(_plain(line)) if len(text) <= limit)


def _plain(line: Line) -> Line:
    return Line(
        gives=tuple(replace(one, topics=plain_topics(one.topics)) for one in line.gives),
        seeks=tuple(replace(one, topics=plain_topics(one.topics)) for one in line.seeks),
        tags=tuple(dict.fromkeys(tag for tag in map(as_hashtag, line.tags) if tag)),
    )


def _shorter_and_shorter(line: Line) -> Iterator[str]:
    yield _text(line)
    while line.tags:
        line = replace(line, tags=line.tags[:-1])
        yield _text(line)
    while any(one.topics for one in line.gives) or any(one.topics for one in line.seeks):
        line = _without_a_topic(line)
        yield _text(line)
    line = replace(line, gives=tuple(replace(one, places=None) for one in line.gives))
    yield _text(line)
    tags = _role_tags(line)
    while tags:
        yield " ".join(tags)
        tags = tags[:-1]
    yield ""


def _without_a_topic(line: Line) -> Line:
    """The last of the longest list goes; what is given outlasts what is sought."""
    lists: list[Gives | Seeks] = [*line.gives, *line.seeks]
    longest = max(range(len(lists)), key=lambda place: (len(lists[place].topics), place))
    lists[longest] = replace(lists[longest], topics=lists[longest].topics[:-1])
    return replace(
        line,
        gives=tuple(one for one in lists if isinstance(one, Gives)),
        seeks=tuple(one for one in lists if isinstance(one, Seeks)),
    )


def _text(line: Line) -> str:
    sentences = [*map(_giving, line.gives), *map(_seeking, line.seeks)]
    return " ".join([*sentences, *_role_tags(line), *line.tags])


def _giving(gives: Gives) -> str:
    sentence = _listed(GIVES[gives.role], gives.topics)
    if gives.places is None:
        return sentence
    return f"{sentence} {_room(gives.places)}."


def _room(places: int) -> str:
    if places == 0:
        return FULL
    places = min(places, MOST_PLACES)
    return "1 place" if places == 1 else f"{places} places"


def _seeking(seeks: Seeks) -> str:
    return _listed(SEEKS[seeks.role], seeks.topics)


def _listed(words: str, topics: tuple[str, ...]) -> str:
    return f"{words}: {', '.join(topics)}." if topics else f"{words}."


def _role_tags(line: Line) -> list[str]:
    return [
        *(GIVES_TAGS[one.role] for one in line.gives),
        *(SEEKS_TAGS[one.role] for one in line.seeks),
    ]
