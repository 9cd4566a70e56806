"""Signing in and out: Django's own views in the house's look."""

from __future__ import annotations

from django.contrib.auth import views

from innspill.interfaces.desk.forms import SignInForm


class SignIn(views.LoginView):
    """The sign-in page. Who is signed in already goes on to the desk."""

    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"at": "sign-in"}


class SignOut(views.LogoutView):
    """Signs out; only by POST, as Django has it."""
