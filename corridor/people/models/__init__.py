from corridor.people.models.account import Account
from corridor.people.models.profile import Profile

__all__ = ["Account", "Profile"]
