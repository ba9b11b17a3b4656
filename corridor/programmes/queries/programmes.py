"""Programmes and their rounds, as everybody sees them."""

from django.db.models import Count, Prefetch, Q, QuerySet

from corridor.programmes.models import Application, Programme, Round


def programmes() -> QuerySet[Programme]:
    """Every programme with its rounds, newest first, and how many are in; this is public."""
    return Programme.objects.order_by("name", "pk").prefetch_related(
        Prefetch("rounds", queryset=_counted_rounds())
    )


def programme(slug: str) -> Programme | None:
    return programmes().filter(slug=slug).prefetch_related("directors").first()


def _counted_rounds() -> QuerySet[Round]:
    return Round.objects.order_by("-opens_on", "-pk").annotate(
        mentees=Count("applications", filter=_in & Q(applications__side=Application.Side.MENTEE)),
        mentors=Count("applications", filter=_in & Q(applications__side=Application.Side.MENTOR)),
    )


_in = Q(applications__state=Application.State.IN)


def applied(round: Round) -> Round:
    """The same round with how many are in on each side."""
    return _counted_rounds().get(pk=round.pk)
