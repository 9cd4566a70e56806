"""The Django app of open data."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Open data."""

    name = "innspill.interfaces.api"
    label = "api"

    def ready(self) -> None:
        """Tells the step that makes packages ahead how one is written."""
        from innspill.interfaces.api.views.package import write_ahead
        from innspill.pipeline import packing

        packing.written_by(write_ahead)
