"""The WSGI entry: Django, behind the door that says how many are let in."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from innspill.adapters.request_counts import shared_counts
from innspill.config.admission import Admission, House
from innspill.config.bodies import Limits

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innspill.config.settings")


def _application() -> Admission:
    inner = get_wsgi_application()
    from django.conf import settings
    from django.urls import reverse

    house = House(
        at_work=settings.AT_WORK,
        # Three rooms share the threads; what is left tells the others that it is full.
        places=max(settings.AT_WORK + 1, settings.THREADS * 3 // 8),
        limits=Limits(largest=settings.LARGEST_REQUEST),
        proxies=settings.PROXIES,
        posts=settings.POSTS_A_MINUTE,
        sign_ins=settings.SIGN_INS_A_MINUTE,
        sign_in_path=reverse("desk:sign-in"),
        subscribe_ending=reverse("portal:subscribe", args=["x"]).rpartition("x")[2],
        static_path=f"/{settings.STATIC_URL.lstrip('/')}",
    )
    return Admission(inner, house, shared_counts())


application = _application()
