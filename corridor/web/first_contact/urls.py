from django.urls import path, re_path

from corridor.web.first_contact import asking, contacts, hello, likes, steps

urlpatterns = [
    path("first-contact/", contacts.contacts, name="first-contacts"),
    path("first-contact/<int:number>/", contacts.contact, name="first-contact"),
    path("first-contact/<int:number>/more/", steps.ask_more, name="first-contact-more"),
    path("first-contact/<int:number>/said/", steps.say_more, name="first-contact-said"),
    path("first-contact/<int:number>/welcome/", steps.welcome, name="first-contact-welcome"),
    path("first-contact/<int:number>/time/", steps.book, name="first-contact-time"),
    path("first-contact/<int:number>/wish/", steps.wish, name="first-contact-wish"),
    path("first-contact/<int:number>/match/", steps.match, name="first-contact-match"),
    path("first-contact/<int:number>/end/", steps.end, name="first-contact-end"),
    path("first-contact/others/end/", steps.settle, name="first-contacts-settle"),
    re_path(r"^@(?P<handle>\w+)/hello/$", hello.hello, name="hello"),
    re_path(r"^@(?P<handle>\w+)/like/$", likes.like, name="like"),
    re_path(r"^@(?P<handle>\w+)/like/end/$", likes.end, name="like-end"),
    path("ask/", asking.ask, name="ask"),
    path("ask/<int:number>/", asking.question, name="question"),
    path("ask/<int:number>/answers/", asking.answer, name="question-answers"),
    path("ask/<int:number>/thanks/", asking.thank, name="question-thanks"),
    path("ask/<int:number>/end/", asking.end, name="question-end"),
]
