from corridor.people.actions.register_person import (
    EmailTaken,
    HandleTaken,
    NewPerson,
    register_person,
)

__all__ = ["EmailTaken", "HandleTaken", "NewPerson", "register_person"]
