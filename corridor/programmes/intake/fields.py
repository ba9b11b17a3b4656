"""What a column can hold, and what people call it: the table in docs/directing/columns.md."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corridor.programmes.intake.titles_abroad import TITLES


class Field(StrEnum):
    ID = "id"
    EMAIL = "email"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    SIDE = "side"
    STAGE = "stage"
    SPECIALTY = "specialty"
    INSTITUTION = "institution"
    NEEDS = "needs"
    COVERS = "covers"
    TOPICS = "topics"
    INTERESTS = "interests"
    LANGUAGES = "languages"
    TIME_ZONE = "time_zone"
    FREE = "free"
    CAPACITY = "capacity"
    NEW_PLACES = "new_places"
    CARRIES = "carries"
    CARRIES_ELSEWHERE = "carries_elsewhere"
    ROLES = "roles"
    ROLES_WISHED = "roles_wished"
    ROLES_OFFERED = "roles_offered"
    MENTORS_WISHED = "mentors_wished"
    COACHES_WISHED = "coaches_wished"
    SPONSORS_WISHED = "sponsors_wished"
    CHOICES = "choices"
    AVOID = "avoid"
    EXPERIENCE = "experience"
    SHARES = "shares"
    EXPERIENCE_CAPACITY = "experience_capacity"
    TOP = "top"
    WAITED = "waited"
    EVALUATORS = "evaluators"
    DIRECTORS = "programme_directors"
    READERS = "application_readers"
    BLOCKED = "blocked"
    CONFLICTS = "conflicts"
    EXISTING = "existing_mentor"
    MENTEE = "mentee"
    MENTOR = "mentor"
    FIT = "fit"
    ROLE = "role"
    REASON = "reason"


@dataclass(frozen=True, kw_only=True)
class Words:
    whole: str
    """Headers that mean the field, separated by bars."""
    within: str = ""
    """Phrases that mean it wherever they stand in a longer question."""


WORDS: Mapping[Field, Words] = {
    Field.ID: Words(
        whole="id | person id | participant id | record id | response id | study id | code"
        " | identifier | username | user name | handle",
    ),
    Field.EMAIL: Words(
        whole="email | e-mail | mail | username (email)",
        within="email address | e-mail address | recipient email | institutional email"
        " | your email",
    ),
    Field.NAME: Words(
        whole="name | person | participant | applicant | your name | display name | respondent",
        within="full name | preferred name | name you would like",
    ),
    Field.FIRST_NAME: Words(
        whole="given name | forename | recipient first name", within="first name"
    ),
    Field.LAST_NAME: Words(whole="family name | recipient last name", within="last name | surname"),
    Field.SIDE: Words(
        whole="side | role | type | participant type | applying as | mentor or mentee"
        " | mentee or mentor | mentor/mentee | mentee/mentor | i am a | i am applying as"
        " | role in the programme | role in the program | programme role | program role",
        within="mentor or a mentee | mentee or a mentor | mentor or mentee | mentee or mentor"
        " | mentee mentor or both | applying as | would you like to participate as",
    ),
    Field.STAGE: Words(
        whole="stage | level | grade | year | training level | position | pgy | rank | job title"
        " | current position | current role | career level",
        within="stage of training | career stage | training stage | year of training"
        " | level of training | training grade | year of study | academic rank"
        " | current stage | pgy level | current level",
    ),
    Field.SPECIALTY: Words(
        whole="specialty | speciality | field | discipline | department | subspecialty | track",
        within="your specialty | your speciality | clinical specialty | medical specialty"
        " | primary specialty | area of practice | specialty of interest",
    ),
    Field.INSTITUTION: Words(
        whole="institution | institutions | hospital | university | school | medical school"
        " | employer | affiliation | affiliations | organisation | organization | site | trust",
        within="where do you work | where do you study | home institution | current institution"
        " | institution name | name of institution | institutional affiliation",
    ),
    Field.NEEDS: Words(
        whole="needs | goals | goal | my goals | wants | looking for | needs wanted | help wanted",
        within="need help with | like help with | want help with | your goals | goals for"
        " | hope to gain | hope to get | support do you need | support would you like"
        " | looking for help | what do you need | want from a mentor",
    ),
    Field.COVERS: Words(
        whole="covers | expertise | offers | can help with | topics offered | help offered"
        " | areas of expertise | mentoring topics",
        within="you can help with | can you help with | comfortable mentoring"
        " | comfortable helping | areas of expertise | able to offer | what can you offer"
        " | you can offer | topics you offer",
    ),
    Field.TOPICS: Words(whole="topics | topic | areas | focus areas | areas of focus"),
    Field.INTERESTS: Words(
        whole="interests | interest | hobbies | hashtags | tags | values",
        within="your interests | areas of interest | academic interests | clinical interests"
        " | research interests | care about",
    ),
    Field.LANGUAGES: Words(
        whole="language | languages | languages spoken | spoken languages | preferred language",
        within="languages do you speak | languages you speak | language do you"
        " | languages are you | languages spoken",
    ),
    Field.TIME_ZONE: Words(
        whole="time zone | timezone | tz | zone | utc offset",
        within="time zone | timezone",
    ),
    Field.FREE: Words(
        whole="availability | free | available | times | hours | free times | meeting times"
        " | available times | preferred times",
        within="when are you free | when are you available | your availability"
        " | times are you available | available to meet | times work | weekly availability"
        " | days and times",
    ),
    Field.CAPACITY: Words(
        whole="capacity | max mentees | maximum mentees | mentees in all | total capacity"
        " | max number of mentees | maximum number of mentees",
        within="maximum number of mentees | mentees in all | mentees in total | most mentees",
    ),
    Field.NEW_PLACES: Words(
        whole="places | slots | spots | new mentees | number of mentees | free places",
        within="how many mentees | number of mentees | how many new mentees | mentees can you take"
        " | mentees could you take | mentees would you | how many places",
    ),
    Field.CARRIES: Words(
        whole="carries | current mentees | already mentoring | current load | existing mentees",
        within="mentees do you already have | currently mentoring | already mentoring"
        " | current number of mentees | mentees do you currently have | already have",
    ),
    Field.CARRIES_ELSEWHERE: Words(
        whole="carries elsewhere | mentees elsewhere | mentees in other programmes"
        " | mentees in other programs",
        within="mentees in other programmes | mentees in other programs",
    ),
    Field.ROLES: Words(
        whole="roles | kind of support | kinds of support | relationship | relationship types",
        within="which roles | mentor coach or sponsor | mentor coach sponsor",
    ),
    Field.ROLES_WISHED: Words(
        whole="roles wished | roles wanted | wishes | roles sought | seeking",
        within="roles are you looking for | roles do you wish | roles would you like to have",
    ),
    Field.ROLES_OFFERED: Words(
        whole="roles offered | offered roles | roles i offer",
        within="roles can you offer | roles do you offer | roles will you take"
        " | roles are you willing",
    ),
    Field.MENTORS_WISHED: Words(
        whole="mentors wished | mentors wanted | number of mentors | mentors",
        within="how many mentors",
    ),
    Field.COACHES_WISHED: Words(
        whole="coaches wished | coaches wanted | number of coaches | coaches",
        within="how many coaches",
    ),
    Field.SPONSORS_WISHED: Words(
        whole="sponsors wished | sponsors wanted | number of sponsors | sponsors",
        within="how many sponsors",
    ),
    Field.CHOICES: Words(
        whole="choice | choices | preferences | ranking | ranked choices | preferred mentors"
        " | preferred mentor | preferred mentees | preferred mentee | mentor preferences"
        " | requested mentor | top choices",
        within="choice of mentor | preferred mentor | mentor choice | rank your | like to work with"
        " | like to be matched with | choice | preferred mentee",
    ),
    Field.AVOID: Words(
        whole="avoid | do not match | do not match with | exclude | not with",
        within="prefer not to be matched | not want to be matched | not like to be matched"
        " | should not be matched | must not be matched | rather not be matched",
    ),
    Field.EXPERIENCE: Words(
        whole="experience tags | lived experience | lived experiences | experiences | experience",
        within="lived experience | experiences you bring",
    ),
    Field.SHARES: Words(
        whole="shares | shared experience | shared experiences | shared experience wanted"
        " | experience to share",
        within="mentor to share | mentor who shares | mentor should share | experience shared with",
    ),
    Field.EXPERIENCE_CAPACITY: Words(
        whole="experience capacity | shared experience places | experience places",
        within="how many mentees who ask for a shared experience",
    ),
    Field.TOP: Words(
        whole="top | top criterion | most important | priority | top priority",
        within="matters most | most important to you | most important factor | top criterion",
    ),
    Field.WAITED: Words(
        whole="waited | rounds waited | waiting | rounds on the waiting list | waited next round",
        within="rounds waited | rounds have you waited",
    ),
    Field.EVALUATORS: Words(
        whole="evaluator | evaluators | supervisor | supervisors | assessor | assessors"
        " | evaluates | assesses | supervises",
        within="who evaluates you | who assesses you | who grades you | do you evaluate"
        " | do you assess | do you grade | who supervises you | do you supervise",
    ),
    Field.DIRECTORS: Words(
        whole="programme director | program director | directs",
        within="your programme director | your program director",
    ),
    Field.READERS: Words(
        whole="application reader | application readers | reads applications of",
        within="read your application | reads your application | whose applications",
    ),
    Field.BLOCKED: Words(whole="blocked | blocks | block list"),
    Field.CONFLICTS: Words(
        whole="conflict | conflicts | conflict of interest | conflicts of interest | coi",
        within="conflict of interest | conflicts of interest",
    ),
    Field.EXISTING: Words(
        whole="existing mentor | current mentor | mentor now | keep mentor",
        within="your current mentor | existing mentor",
    ),
}
"""How the columns of people are understood."""

PAIR_WORDS: Mapping[Field, Words] = {
    Field.MENTEE: Words(whole="mentee | mentee id | protege | student"),
    Field.MENTOR: Words(whole="mentor | mentor id"),
    Field.FIT: Words(whole="fit | score | weight | compatibility"),
    Field.ROLE: Words(whole="role | kind"),
    Field.REASON: Words(whole="reason | why | relation | barrier"),
    Field.CAPACITY: Words(whole="capacity | places | slots | max mentees"),
    Field.WAITED: Words(whole="waited | rounds waited | waited next round"),
}
"""How the columns of pairs, capacities, pins and other small tables are understood."""

IDENTITY_WORDS = [
    "gender",
    "sex",
    "race",
    "ethnicity",
    "ethnic",
    "religion",
    "disability",
    "lgbtq",
    "lgbt",
    "orientation",
    "pronouns",
    "nationality",
    "age",
    "veteran",
]
"""Columns that are never read unless --group or a map names them."""

SEVERAL = frozenset(
    {
        Field.INSTITUTION,
        Field.NEEDS,
        Field.COVERS,
        Field.TOPICS,
        Field.INTERESTS,
        Field.LANGUAGES,
        Field.FREE,
        Field.ROLES,
        Field.ROLES_WISHED,
        Field.ROLES_OFFERED,
        Field.CHOICES,
        Field.AVOID,
        Field.EXPERIENCE,
        Field.SHARES,
        Field.EVALUATORS,
        Field.DIRECTORS,
        Field.READERS,
        Field.BLOCKED,
        Field.CONFLICTS,
        Field.EXISTING,
    }
)
"""Fields that several columns may fill together."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case, without accents and punctuation, one space between words."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))


@lru_cache(maxsize=4)
def _phrases(*, of_pairs: bool) -> tuple[dict[str, Field], tuple[tuple[str, Field], ...]]:
    table = PAIR_WORDS if of_pairs else WORDS
    whole: dict[str, Field] = {}
    abroad: dict[str, Field] = {}
    within: list[tuple[str, Field]] = []
    for field, words in table.items():
        for phrase in (field.value, *_split(words.whole), *_split(words.within)):
            whole.setdefault(plain(phrase), field)
        if not of_pairs:
            for phrase in _split(TITLES.get(field.value, "")):
                abroad.setdefault(plain(phrase), field)
        within += [(plain(phrase), field) for phrase in _split(words.within)]
    return abroad | whole, tuple(within)


def _split(phrases: str) -> Iterator[str]:
    return (phrase.strip() for phrase in phrases.split("|") if phrase.strip())


def field_of_title(title: str, *, of_pairs: bool = False) -> tuple[Field | None, bool]:
    """What a title means, and whether it is known as a whole and not by a phrase in it."""
    words = plain(title)
    whole, within = _phrases(of_pairs=of_pairs)
    if words in whole:
        return whole[words], True
    found = [(phrase, field) for phrase, field in within if f" {phrase} " in f" {words} "]
    if not found:
        return None, False
    return max(found, key=lambda entry: (len(entry[0]), entry[0]))[1], False


def looks_like_identity(title: str) -> bool:
    return not set(plain(title).split()).isdisjoint(IDENTITY_WORDS)
