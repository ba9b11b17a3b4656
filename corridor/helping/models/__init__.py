from corridor.helping.models.helper import Helper, HelperDeed, NotToBeChanged

__all__ = ["Helper", "HelperDeed", "NotToBeChanged"]
