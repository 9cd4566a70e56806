"""The server of `serving.py` once more, over the same home, in the look of the sample's theme.

Prints one line of JSON when it is ready, and serves until it is ended.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main(home: str) -> None:
    """Serves what stands in `home` on a free port of this machine."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "innspill.config.settings",
        "INNSPILL_HOME": home,
        "INNSPILL_NOW": "2026-04-01T08:00:00+00:00",
        "INNSPILL_THEME": str(Path(__file__).parents[3] / "samples" / "theme"),
    }
    import django

    django.setup()
    from tests.interfaces.browser.serving import server

    serving = server()
    print(json.dumps({"port": serving.server_port}), flush=True)
    serving.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
