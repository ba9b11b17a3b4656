from corridor.mastodon_api.lane.wsgi import ReadingLane

__all__ = ["ReadingLane"]
