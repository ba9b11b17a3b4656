"""What people do with messages. Each raises by name what it refuses."""

from corridor.conversations.actions.answer_request import (
    NothingAsked,
    accept_request,
    decline_request,
    let_two_write,
)
from corridor.conversations.actions.attach_file import (
    FileTooLarge,
    NoPictureAndNoPdf,
    PdfIsLocked,
    TooManyFilesToday,
    attach_file,
    forget_unsent_files,
    look_at_given_picture,
)
from corridor.conversations.actions.change_message import (
    TooLateToChange,
    edit_message,
    take_back_message,
)
from corridor.conversations.actions.keep_conversation import (
    mute_conversation,
    put_away_conversation,
    read_conversation,
    show_what_is_read,
)
from corridor.conversations.actions.keep_group import (
    NoGroup,
    NotYourGroup,
    add_people,
    leave_conversation,
    name_group,
)
from corridor.conversations.actions.note_mailed import note_mailed
from corridor.conversations.actions.open_conversation import (
    CannotReach,
    NobodyToTalkTo,
    TitleTooLong,
    TooManyPeople,
    open_conversation,
)
from corridor.conversations.actions.send_message import (
    AnswerFirst,
    ConversationClosed,
    EmptyMessage,
    MessageTooLong,
    NewMessage,
    TooManyFiles,
    TooManyMessages,
    UnknownFile,
    WaitForAnswer,
    send_message,
)
from corridor.conversations.actions.write_pdfs_anew import write_files_anew

__all__ = [
    "AnswerFirst",
    "CannotReach",
    "ConversationClosed",
    "EmptyMessage",
    "FileTooLarge",
    "MessageTooLong",
    "NewMessage",
    "NoGroup",
    "NoPictureAndNoPdf",
    "NobodyToTalkTo",
    "NotYourGroup",
    "NothingAsked",
    "PdfIsLocked",
    "TitleTooLong",
    "TooLateToChange",
    "TooManyFiles",
    "TooManyFilesToday",
    "TooManyMessages",
    "TooManyPeople",
    "UnknownFile",
    "WaitForAnswer",
    "accept_request",
    "add_people",
    "attach_file",
    "decline_request",
    "edit_message",
    "forget_unsent_files",
    "leave_conversation",
    "let_two_write",
    "look_at_given_picture",
    "mute_conversation",
    "name_group",
    "note_mailed",
    "open_conversation",
    "put_away_conversation",
    "read_conversation",
    "send_message",
    "show_what_is_read",
    "take_back_message",
    "write_files_anew",
]
