"""The Django app of the portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The portal."""

    name = "innspill.interfaces.portal"
    label = "portal"
