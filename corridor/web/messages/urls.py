from django.urls import path

from corridor.web.messages import (
    answering,
    beginning,
    changing,
    copies,
    files,
    flagging,
    keeping,
    lists,
    talk,
)

urlpatterns = [
    path("messages/", lists.messages, name="messages"),
    path("messages/requests/", lists.asked, name="messages-asked"),
    path("messages/away/", lists.away, name="messages-away"),
    path("messages/unread/", lists.unread, name="messages-unread"),
    path("messages/wishes/", lists.wishes, name="messages-wishes"),
    path("messages/new/", beginning.begin, name="messages-new"),
    path("messages/<int:number>/", talk.talk, name="talk"),
    path("messages/<int:number>/fresh/", talk.fresh, name="talk-fresh"),
    path("messages/<int:number>/said/", talk.say, name="talk-say"),
    path("messages/<int:number>/said/<int:message>/", changing.change, name="talk-change"),
    path("messages/<int:number>/said/<int:message>/end/", changing.take_back, name="talk-end"),
    path("messages/<int:number>/files/<int:file_id>/", files.file, name="talk-file"),
    path("messages/<int:number>/answer/", answering.answer, name="talk-answer"),
    path("messages/<int:number>/mute/", keeping.mute, name="talk-mute"),
    path("messages/<int:number>/away/", keeping.put_away, name="talk-away"),
    path("messages/<int:number>/leaving/", keeping.leave, name="talk-leave"),
    path("messages/<int:number>/people/", keeping.add, name="talk-people"),
    path("messages/<int:number>/name/", keeping.rename, name="talk-name"),
    path("messages/<int:number>/copy/", copies.copy, name="talk-copy"),
    path("messages/<int:number>/flag/", flagging.flag, name="talk-flag"),
]
