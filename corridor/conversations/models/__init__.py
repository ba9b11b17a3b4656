from corridor.conversations.models.conversation import Conversation, Membership, MessageWishes
from corridor.conversations.models.message import AttachedFile, Message

__all__ = ["AttachedFile", "Conversation", "Membership", "Message", "MessageWishes"]
