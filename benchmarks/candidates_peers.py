"""Other ways to each mentee's best fifty mentors, on the same arrays.

numpy and scipy.sparse do the whole work. The others know neither hours nor rules: they rank
by covered needs and shared interests alone, and how many of the true fifty they find is said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from corridor.algorithms.matching import candidates_blocks, candidates_compiled
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import DEFAULT_WEIGHTS, FULL_FIT
from corridor.algorithms.matching.people import Criterion
from corridor.algorithms.matching.population import (
    INTEREST,
    INTERESTS,
    NEED,
    NEEDS,
    MenteeArrays,
    MentorArrays,
    Population,
)
from corridor.algorithms.matching.scoring import Block, score_block

PLACES = 50
BLOCK = 32
"""Mentees at a time; more hold more memory and were not faster."""


@dataclass(frozen=True)
class Peer:
    name: str
    module: str
    best: Callable[[Population], Ints]
    """(mentees, PLACES) positions in any order, -1 where there are fewer."""
    does: str


def corridor(population: Population) -> Ints:
    return _positions(candidates_compiled.best_of_each(population, PLACES, None))


def without_numba(population: Population) -> Ints:
    return _positions(candidates_blocks.best_of_each(population, PLACES, None))


def _positions(found: Any) -> Ints:
    return np.where(np.arange(PLACES) < found.size[:, None], found.position, -1)


def dense_product(population: Population) -> Ints:
    """Tags by a dense product for each kind, everything else by arithmetic on whole rows."""

    @cache
    def held_by_mentors(kind: int) -> np.ndarray:
        return _one_hot(population.mentors, np.arange(len(population.mentors.key)), kind, tags)

    class Product(Block):
        def held(self, kind: int) -> Ints:
            wanted = _one_hot(self.mentees, self.rows, kind, tags)
            return (wanted @ held_by_mentors(kind).T).astype(np.int32)

    tags = _ranges_of_tags(population)
    return _best_of_blocks(population, Product)


def sparse_product(population: Population) -> Ints:
    """The same with sparse matrices."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - a peer

    @cache
    def held_by_mentors(kind: int) -> Any:
        positions = np.arange(len(population.mentors.key))
        return csr_array(_one_hot(population.mentors, positions, kind, tags)).T.tocsr()

    class Product(Block):
        def held(self, kind: int) -> Ints:
            wanted = csr_array(_one_hot(self.mentees, self.rows, kind, tags))
            return (wanted @ held_by_mentors(kind)).toarray().astype(np.int32)

    tags = _ranges_of_tags(population)
    return _best_of_blocks(population, Product)


def _best_of_blocks(population: Population, block: type[Block]) -> Ints:
    rows = np.arange(len(population.mentees.key))
    best = []
    for at in range(0, len(rows), BLOCK):
        scores = score_block(block(population, rows[at : at + BLOCK]))
        worth = np.where(scores.is_open, scores.worth, -1)
        top = np.argpartition(worth, -PLACES, axis=1)[:, -PLACES:]
        best.append(np.where(np.take_along_axis(worth, top, axis=1) >= 0, top, -1))
    return np.concatenate(best)


def _ranges_of_tags(population: Population) -> dict[int, tuple[int, int]]:
    """First tag of each kind and the one after its last: each kind has numbers of its own."""
    start, item = population.mentors.start, population.mentors.item
    ranges = {}
    for kind in range(start.shape[1] - 1):
        sizes = start[:, kind + 1] - start[:, kind]
        tags = item[_places(start[:, kind], sizes)]
        ranges[kind] = (int(tags.min()), int(tags.max()) + 1) if len(tags) else (0, 0)
    return ranges


def _places(first: Longs, sizes: Longs) -> Longs:
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(first, sizes) + within


def _one_hot(
    people: MenteeArrays | MentorArrays, rows: Longs, kind: int, tags: dict[int, tuple[int, int]]
) -> np.ndarray:
    first, last = tags[kind]
    sizes = people.start[rows, kind + 1] - people.start[rows, kind]
    tag = people.item[_places(people.start[rows, kind], sizes)]
    matrix = np.zeros((len(rows), last - first), dtype=np.float32)
    matrix[np.repeat(np.arange(len(rows)), sizes), tag - first] = 1
    return matrix


def _tagged(population: Population) -> tuple[dict[str, Any], dict[str, Any]]:
    """A row for each tag of a person; hers with what it is worth: her weights, shared out."""
    worth_of = {
        NEED: (DEFAULT_WEIGHTS[Criterion.NEEDS], NEEDS),
        INTEREST: (DEFAULT_WEIGHTS[Criterion.INTERESTS], INTERESTS),
    }
    columns: dict[str, list[np.ndarray]] = {"mentee": [], "tag": [], "worth": []}
    holders: dict[str, list[np.ndarray]] = {"mentor": [], "tag": []}
    for kind, (weight, count) in worth_of.items():
        for people, names, table in (
            (population.mentees, "mentee", columns),
            (population.mentors, "mentor", holders),
        ):
            sizes = people.start[:, kind + 1] - people.start[:, kind]
            table[names].append(np.repeat(np.arange(len(sizes)), sizes).astype(np.int32))
            table["tag"].append(people.item[_places(people.start[:, kind], sizes)])
        named = population.mentees.said[columns["mentee"][-1], count]
        columns["worth"].append((weight * FULL_FIT / named).astype(np.float32))
    return (
        {name: np.concatenate(parts) for name, parts in columns.items()},
        {name: np.concatenate(parts) for name, parts in holders.items()},
    )


def polars_join(population: Population) -> Ints:
    import polars as pl  # noqa: PLC0415 - a peer

    wanted, held = _tagged(population)
    holders = pl.DataFrame(held)
    best = []
    for first in range(0, len(population.mentees.key), BLOCK):
        in_block = (wanted["mentee"] >= first) & (wanted["mentee"] < first + BLOCK)
        best.append(
            pl.DataFrame({name: column[in_block] for name, column in wanted.items()})
            .join(holders, on="tag")
            .group_by("mentee", "mentor")
            .agg(pl.col("worth").sum())
            .group_by("mentee")
            .agg(pl.col("mentor").top_k_by("worth", PLACES))
            .explode("mentor")
        )
    found = pl.concat(best)
    return _as_matrix(population, found["mentee"].to_numpy(), found["mentor"].to_numpy())


def duckdb_join(population: Population) -> Ints:
    import duckdb  # noqa: PLC0415 - a peer

    wanted, held = _tagged(population)
    connection = duckdb.connect(config={"threads": 1})
    connection.register("wanted", wanted)
    connection.register("held", held)
    found = connection.execute(
        """
        SELECT mentee, unnest(max_by(mentor, worth, $places)) AS mentor
        FROM (
            SELECT mentee, mentor, sum(worth) AS worth
            FROM wanted JOIN held USING (tag)
            GROUP BY mentee, mentor
        )
        GROUP BY mentee
        """,
        {"places": PLACES},
    ).fetchnumpy()
    return _as_matrix(population, found["mentee"], found["mentor"])


def usearch_exact(population: Population) -> Ints:
    """Every vector is looked at."""
    from usearch.index import MetricKind, search  # noqa: PLC0415 - a peer

    offered, asked = _vectors(population)
    found = search(offered, asked, PLACES, MetricKind.IP, exact=True, threads=1)
    return np.asarray(found.keys).astype(np.int64)


def faiss_flat(population: Population) -> Ints:
    """Every vector is looked at, several at once by a matrix product."""
    import faiss  # noqa: PLC0415 - a peer

    faiss.omp_set_num_threads(1)
    offered, asked = _vectors(population)
    index = faiss.IndexFlatIP(offered.shape[1])
    index.add(offered)
    _, found = index.search(asked, PLACES)
    return np.asarray(found)


def _vectors(population: Population) -> tuple[np.ndarray, np.ndarray]:
    """The mentors' tags as 0/1 vectors, and the mentees' weighed: products rank by tags."""
    tags = _ranges_of_tags(population)
    counts = {NEED: (Criterion.NEEDS, NEEDS), INTEREST: (Criterion.INTERESTS, INTERESTS)}
    everybody = np.arange(len(population.mentors.key))
    rows = np.arange(len(population.mentees.key))
    offered = [_one_hot(population.mentors, everybody, kind, tags) for kind in counts]
    asked = [
        _one_hot(population.mentees, rows, kind, tags)
        * (DEFAULT_WEIGHTS[criterion] / np.maximum(population.mentees.said[:, count, None], 1))
        for kind, (criterion, count) in counts.items()
    ]
    return np.hstack(offered), np.hstack(asked).astype(np.float32)


def _as_matrix(population: Population, mentee: Longs, mentor: Longs) -> Ints:
    matrix = np.full((len(population.mentees.key), PLACES), -1)
    order = np.argsort(mentee, kind="stable")
    mentee, mentor = mentee[order], mentor[order]
    place = np.arange(len(mentee)) - np.searchsorted(mentee, mentee)
    matrix[mentee, place] = mentor
    return matrix


WHOLE = "whole score, all rules"
TAGS_ONLY = "needs and interests only"

PEERS = (
    Peer("corridor", "corridor", corridor, WHOLE),
    Peer("corridor, no numba", "corridor", without_numba, WHOLE),
    Peer("numpy", "numpy", dense_product, WHOLE),
    Peer("scipy.sparse", "scipy", sparse_product, WHOLE),
    Peer("polars", "polars", polars_join, TAGS_ONLY),
    Peer("duckdb", "duckdb", duckdb_join, TAGS_ONLY),
    Peer("usearch, exact", "usearch", usearch_exact, TAGS_ONLY),
    Peer("faiss, flat", "faiss", faiss_flat, TAGS_ONLY),
)
