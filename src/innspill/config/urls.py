"""Root addresses: the portal at the top, the desk under /saksbehandling/, open data under /api/."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("saksbehandling/", include("innspill.interfaces.desk.urls")),
    path("", include("innspill.interfaces.api.urls")),
    path("", include("innspill.interfaces.portal.urls")),
]
handler400 = "innspill.interfaces.ui.bad_request.bad_request"
handler500 = "innspill.interfaces.ui.unavailable.went_wrong"
