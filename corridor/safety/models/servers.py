"""What this server does with others on the network."""

from django.db import models

from corridor.safety.choices import LONGEST_COMMENT, LONGEST_SOURCE, Severity


class ServerRule(models.Model):
    """For a domain and all below it, unless a nearer one has a rule of its own."""

    domain = models.CharField(max_length=253, unique=True)
    severity = models.CharField(max_length=7, choices=Severity)
    rejects_media = models.BooleanField(default=False)
    rejects_flags = models.BooleanField(default=False)
    public_comment = models.CharField(max_length=LONGEST_COMMENT, blank=True)
    """Anybody reads it."""
    private_comment = models.CharField(max_length=LONGEST_COMMENT, blank=True)
    """For operators."""
    is_obfuscated = models.BooleanField(default=False)
    """Told to others with its middle left out."""
    source = models.CharField(max_length=LONGEST_SOURCE, blank=True)
    """The list that it is from; empty where an operator made it."""
    by = models.ForeignKey(
        "people.Profile", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("domain",)

    def __str__(self) -> str:
        return f"{self.domain}: {self.severity}"
