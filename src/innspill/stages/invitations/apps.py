"""The Django app of this stage."""

from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    """Invitations."""

    name = "innspill.stages.invitations"
    label = "invitations"
    default_auto_field = "django.db.models.BigAutoField"
