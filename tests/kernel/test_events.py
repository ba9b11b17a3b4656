from dataclasses import dataclass

from corridor.kernel import events


@dataclass(frozen=True)
class DoorOpened:
    by: str


def test_every_subscriber_hears_what_happened_in_the_order_of_the_table():
    heard = []
    events.connect(
        {
            DoorOpened: [
                lambda event: heard.append(f"light for {event.by}"),
                lambda event: heard.append(f"greeting for {event.by}"),
            ]
        }
    )

    events.publish(DoorOpened(by="Amara"))

    assert heard == ["light for Amara", "greeting for Amara"]
