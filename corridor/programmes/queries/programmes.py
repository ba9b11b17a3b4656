"""Programmes and their rounds, as everybody sees them."""

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from corridor.programmes import policies
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import Application, Programme, Round, TeamMember
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_WORDS = 5
BEGUN = (Round.State.PUBLISHED, Round.State.RUNNING, Round.State.FINISHED)


def programmes() -> QuerySet[Programme]:
    """Every active one with its rounds, newest first, and how many are in; this is public."""
    return _with_rounds(Programme.objects.filter(state=Programme.State.ACTIVE))


def programmes_to_find(words: str = "") -> QuerySet[Programme]:
    """The same, those in which one can apply now first; each word is somewhere in it."""
    found = programmes()
    for word in words.replace("\0", "").split()[:MOST_WORDS]:
        plain = word.removeprefix("#")
        found = found.filter(
            Q(name__icontains=plain)
            | Q(hashtag__icontains=plain)
            | Q(description__icontains=plain)
            | Q(for_whom__icontains=plain)
        )
    opened = Round.objects.filter(programme=OuterRef("pk"), state=Round.State.OPEN)
    return found.annotate(is_open=Exists(opened)).order_by("-is_open", "name", "pk")


def directed(viewer: "Profile") -> QuerySet[Programme]:
    """Those whose team she is in, drafts too; archived ones are on the page of all of hers."""
    own = policies.programmes_with(viewer, Right.SEE)
    return _with_rounds(own.exclude(state=Programme.State.ARCHIVED))


def programme(slug: str, *, viewer: "Profile | None" = None) -> Programme | None:
    """A draft is there for its team only; whoever looks does not matter for the others."""
    found = _with_rounds(Programme.objects.filter(slug=slug)).first()
    if found is None or not found.is_draft:
        return found
    return found if policies.can(viewer, found, Right.SEE) else None


def programme_to_direct(slug: str, *, viewer: "Profile", right: Right) -> Programme | None:
    """None for whoever has not this right in it: as if there were no such page."""
    return policies.programmes_with(viewer, right).filter(slug=slug).first()


def programmes_of(profile_id: int) -> dict[str, str]:
    """Address -> name of those in whose present round somebody is in, as mentee or mentor."""
    over = (Round.State.PLANNED, Round.State.FINISHED)
    rows = Application.objects.filter(
        profile=profile_id,
        state=Application.State.IN,
        round__programme__state=Programme.State.ACTIVE,
    ).exclude(round__state__in=over)
    named = rows.order_by("round__programme__name", "round__programme__slug")
    return dict(named.values_list("round__programme__slug", "round__programme__name"))


def stays_in(profile_id: int, address: str) -> bool:
    """In its present round; or between rounds: in the last, until one begins without her.

    Whoever withdrew from the next, or was not taken, stays no longer.
    """
    if address in programmes_of(profile_id):
        return True
    sent = Application.objects.filter(
        profile=profile_id,
        round__programme__slug=address,
        round__programme__state=Programme.State.ACTIVE,
    ).exclude(state=Application.State.DRAFT)
    last = sent.select_related("round").order_by("-round__opens_on", "-round__pk").first()
    if last is None or last.state not in {Application.State.SENT, Application.State.IN}:
        return False
    hers = last.round
    begun = Round.objects.filter(programme=hers.programme_id, state__in=BEGUN)
    later = Q(opens_on__gt=hers.opens_on) | Q(opens_on=hers.opens_on, pk__gt=hers.pk)
    return not begun.filter(later).exists()


def active_with_hashtag(hashtag: str) -> Programme | None:
    """Capital letters make no difference."""
    return Programme.objects.filter(hashtag__iexact=hashtag, state=Programme.State.ACTIVE).first()


def directors(programme: Programme) -> "list[Profile]":
    """Owners and directors, in the order in which they came."""
    leads = programme.team.filter(role__in=[TeamRole.OWNER, TeamRole.DIRECTOR])
    return [member.profile for member in leads.select_related("profile").order_by("pk")]


def team(programme: Programme) -> QuerySet[TeamMember]:
    return programme.team.select_related("profile").order_by("pk")


def _with_rounds(found: QuerySet[Programme]) -> QuerySet[Programme]:
    return found.order_by("name", "pk").prefetch_related(
        Prefetch("rounds", queryset=_counted_rounds())
    )


def _counted_rounds() -> QuerySet[Round]:
    return Round.objects.order_by("-opens_on", "-pk").annotate(
        mentees=Count("applications", filter=_in & Q(applications__side=Application.Side.MENTEE)),
        mentors=Count("applications", filter=_in & Q(applications__side=Application.Side.MENTOR)),
    )


_in = Q(applications__state=Application.State.IN)


def applied(round: Round) -> Round:
    """The same round with how many are in on each side."""
    return _counted_rounds().get(pk=round.pk)
