"""What a team looks for again and again on the page of how a round goes."""

from django.db import models

from corridor.mentoring.choices import State
from corridor.programmes.choices import HealthList
from corridor.programmes.models.programme import Programme

LONGEST_NAME = 60


class HealthFilter(models.Model):
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="health_filters")
    name = models.CharField(max_length=LONGEST_NAME)
    lists = models.CharField(max_length=6, choices=HealthList)
    mentor = models.ForeignKey("people.Profile", models.CASCADE, null=True, related_name="+")
    """None is every mentor."""
    state = models.CharField(max_length=20, choices=State, blank=True)
    """Of relationships; empty is every state."""

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="health_filter_named_once"),
        ]

    def __str__(self) -> str:
        return f"filter {self.pk} of programme {self.programme_id}"
