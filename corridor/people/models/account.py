"""What somebody signs in with; everything others see of them is the profile."""

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Accounts(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)

    def create_account(self, *, email: str, password: str | None, now: datetime) -> "Account":
        """Raises ValidationError. Without a password nobody can sign in to it."""
        account = self.model(email=email.strip().lower(), joined_at=now)
        account.set_password(password)
        account.full_clean()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    email = models.EmailField(_("E-mail"), max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(_("Runs this server"), default=False)
    """May enter Django's admin."""
    joined_at = models.DateTimeField()

    objects: ClassVar[Accounts] = Accounts()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="account_closed", condition=models.Q(is_active=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="account_email_unique_whatever_its_case",
                violation_error_message=_("There is an account with this e-mail already."),
            ),
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"

    @property
    def is_staff(self) -> bool:
        return self.is_operator

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Django's admin asks; operators may do what the admin offers, nobody else anything."""
        del perm, obj
        return self.is_active and self.is_operator

    def has_module_perms(self, app_label: str) -> bool:
        del app_label
        return self.is_active and self.is_operator


class Departure(models.Model):
    """Somebody asked to leave; until ``leaves_at`` she can change her mind."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="departure")
    asked_at = models.DateTimeField()
    leaves_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="departure_leaves_time_to_think",
                condition=models.Q(leaves_at__gt=models.F("asked_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"departure of account {self.account_id}"
