"""A real Dovecot on loopback, all of it in one folder; only where the machine has one."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.imap_server import PASSWORD, ImapServer
from tests.mail_server import free_port

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
_CONFIGURATION = """
base_dir = {folder}/base
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
default_login_user = {user}
default_internal_user = {user}
default_internal_group = {group}
first_valid_uid = 0
mail_location = maildir:{folder}/mail/%u
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


@contextmanager
def running(folder: Path) -> Iterator[ImapServer]:
    """A server that listens on loopback until the block ends."""
    assert PROGRAM is not None
    port = free_port()
    user, group = ("nobody", "nogroup") if os.getuid() == 0 else (_name(), _name())
    folder.mkdir()
    (folder / "mail").mkdir()
    for each in (folder, folder / "mail", *list(folder.parents)[:3]):
        each.chmod(0o777 if each.is_relative_to(folder) else 0o755)
    file = folder / "dovecot.conf"
    file.write_text(
        _CONFIGURATION.format(folder=folder, user=user, group=group, port=port, password=PASSWORD)
    )
    process = subprocess.Popen([PROGRAM, "-F", "-c", str(file)])
    server = ImapServer(port)
    try:
        for _ in range(100):
            try:
                with server._signed_in():
                    break
            except OSError:
                time.sleep(0.1)
        else:
            raise RuntimeError((folder / "log").read_text())
        yield server
    finally:
        process.terminate()
        process.wait()


def _name() -> str:
    return pwd.getpwuid(os.getuid()).pw_name
