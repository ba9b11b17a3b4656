"""Works that texts refer to: what is known of them, and what happened to them since."""

from django.db import models

from corridor.algorithms.retractions import Nature

LONGEST_DOI, LONGEST_REASON = 200, 500


class Reference(models.Model):
    """What Crossref says of a DOI, asked once for all who refer to it."""

    doi = models.CharField(max_length=LONGEST_DOI, unique=True)
    title = models.CharField(max_length=500, blank=True)
    """Empty where Crossref does not know it."""
    authors = models.CharField(max_length=510, blank=True)
    journal = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ("doi",)

    def __str__(self) -> str:
        return self.title or self.doi


class RetractionNotice(models.Model):
    """That a work was retracted, questioned or corrected, as a list that was imported says."""

    record = models.CharField(max_length=64, unique=True)
    """The number that the list gives it, or a digest of what the row says."""
    doi = models.CharField(max_length=LONGEST_DOI, blank=True, db_index=True)
    """Of the work, in small letters."""
    pmid = models.CharField(max_length=8, blank=True, db_index=True)
    nature = models.CharField(max_length=13, choices=[(one.value, one.value) for one in Nature])
    on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    title = models.CharField(max_length=500, blank=True)
    listed_at = models.DateTimeField()
    """When the list was imported that had it first."""

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.nature} of {self.doi or self.pmid}"


class NamedWork(models.Model):
    """A post names a work by its number: found when it is published, so that nobody reads texts
    again to know whom a notice concerns."""

    post = models.ForeignKey("posts.Post", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=5)
    """As in `algorithms.references`."""
    value = models.CharField(max_length=LONGEST_DOI)
    is_questioned = models.BooleanField(default=False)
    """A notice on it is in force."""

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["post", "kind", "value"], name="work_named_once"),
        ]
        indexes = [models.Index(fields=["kind", "value"], name="work_named")]

    def __str__(self) -> str:
        return f"{self.post_id} names {self.kind} {self.value}"
