"""Starting Django for a command: settings from the environment, tables up to date, checks passed."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from innspill.shared.errors import BadInput

SETTINGS = "innspill.config.settings"


def start_django() -> None:
    """Sets Django up. To be called before anything of the stages is imported.

    Raises BadInput where a setting cannot be used.
    """
    import django
    from django.core.exceptions import ImproperlyConfigured

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise BadInput(str(error), where="settings") from error


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Lets one process of this machine in, and the others wait: many mails may come by the pipe at
    once, and the tables be brought up to date by one. Who is killed holds nothing any more.
    """
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def prepare_home() -> None:
    """Brings folders and tables up to date, and refuses to go on with settings that may lose responses.

    Raises BadInput with what is unsafe, SigningKeyLost where the key is gone that signed the journal.
    """
    from django.conf import settings
    from django.core.checks import Tags, run_checks
    from django.core.management import call_command
    from django.db import OperationalError

    from innspill.shared.journal import signing

    try:
        # The database alone: all pages would be loaded for the others, and `doctor` runs them.
        found = run_checks(tags=[Tags.database], databases=["default"])
        wrong = [error for error in found if error.is_serious()]
        if wrong:
            raise BadInput(str(wrong[0].msg), where="settings", todo=str(wrong[0].hint or ""))
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        with one_at_a_time(settings.HOME / "starting"):
            call_command("migrate", verbosity=0, interactive=False)
        # Without the key that has signed the journal nothing can be received.
        signing.public_key()
    except OperationalError as error:
        raise BadInput(
            f"the database cannot be opened: {error}", todo="Check INNSPILL_HOME and its rights."
        ) from error
