"""Which mail domains belong to institutions."""

from django.db.models import Q, QuerySet

from corridor.algorithms.credentials.domains import parents
from corridor.people.models import EmailDomain


def institution_of_domain(domain: str) -> EmailDomain | None:
    """The nearest row at or above it, counting or not: `post.harvard.edu` before `harvard.edu`."""
    rows = EmailDomain.objects.filter(domain__in=parents(domain)).order_by("domain")
    return max(rows, key=lambda row: len(row.domain), default=None)


def email_domains(words: str = "") -> QuerySet[EmailDomain]:
    found = EmailDomain.objects.order_by("domain")
    for word in words.replace("\0", "").split()[:5]:
        found = found.filter(
            Q(domain__icontains=word)
            | Q(institution__icontains=word)
            | Q(country__iexact=word)
            | Q(source__icontains=word)
        )
    return found


def email_domain(domain_id: int) -> EmailDomain | None:
    return EmailDomain.objects.filter(pk=domain_id).first()
