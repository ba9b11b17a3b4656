"""How far somebody has come on the way in, and what is still worth doing."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from corridor.people.models import Follow, FreeHours, Offer, OnboardingStep, Profile, Wish
from corridor.people.way_in import CHOICE, PATHS, PRIVACY, plan


@dataclass(frozen=True, kw_only=True)
class WayIn:
    chosen: list[str]
    steps: list[str]
    passed: set[str]

    @property
    def next_step(self) -> str | None:
        """None where she is through."""
        return next((step for step in self.steps if step not in self.passed), None)

    def after(self, step: str) -> str | None:
        """Where to go from a step, whatever she passed of what follows."""
        following = self.steps[self.steps.index(step) + 1 :] if step in self.steps else []
        return following[0] if following else None

    def before(self, step: str) -> str | None:
        place = self.steps.index(step) if step in self.steps else 0
        return self.steps[place - 1] if place else None


def way_in(profile: Profile) -> WayIn:
    passed = set(profile.onboarding_steps.values_list("step", flat=True))
    chosen = [path for path in PATHS if path in passed]
    return WayIn(chosen=chosen, steps=plan(chosen), passed=passed & {CHOICE, *plan(PATHS)})


def settled(profile: Profile) -> dict[str, bool]:
    """What there is to do when somebody is new, and whether she did it."""
    did = {
        "gives": Exists(Offer.objects.filter(profile=OuterRef("pk"))),
        "seeks": Exists(Wish.objects.filter(profile=OuterRef("pk"))),
        "has_hours": Exists(FreeHours.objects.filter(profile=OuterRef("pk"))),
        "saw_privacy": Exists(OnboardingStep.objects.filter(profile=OuterRef("pk"), step=PRIVACY)),
        "follows": Exists(Follow.objects.filter(follower=OuterRef("pk"))),
    }
    row: dict[str, bool] = Profile.objects.annotate(**did).values(*did).get(pk=profile.pk)
    return {
        "profile": bool(profile.bio and profile.stage and profile.specialty),
        "offers": row["gives"] or row["seeks"],
        "hours": row["has_hours"],
        "privacy": row["saw_privacy"],
        "follow": row["follows"],
    }
