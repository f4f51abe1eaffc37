"""`python3 run.py test`: every check, then every test; one line per part, the slowest tests, one summary."""

import os
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from runner import database, django, install, migrated
from runner.places import Places
from runner.say import Stop, line, step, warn, words

SLOWEST = 15
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SUMMARY = re.compile(r"^(=+ )?((\d+ [a-z]+,? ?)+|no tests ran) in [0-9.]+s( \([0-9:]+\))?( =+)?$")
OUTCOMES = ("failed", "passed", "skipped", "errors")


@dataclass
class Part:
    """One part of the suite: what it is called, what is run, how it ended."""

    name: str
    command: list[str]
    seconds: float = 0.0
    good: bool = False


@dataclass
class Tally:
    """What the pytest runs counted together."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    times: list[tuple[float, str]] = field(default_factory=list)

    def add(self, report: Path) -> None:
        """Add one JUnit report."""
        if not report.exists():
            self.counts["errors"] += 1
            return
        for case in Xml.parse(report).getroot().iter("testcase"):
            self.counts[_outcome(case)] += 1
            name = f"{case.get('classname', '')}::{case.get('name', '')}"
            self.times.append((float(case.get("time", 0)), name))

    def line(self, seconds: float) -> str:
        """In pytest's own words, so that whoever counts tests can."""
        told = (
            ", ".join(f"{number} {name}" for name, number in self.counts.items() if number) or "no tests ran"
        )
        return f" {told} in {seconds:.2f}s ".center(80, "=")


def _outcome(case: Xml.Element) -> str:
    for tag, outcome in (("error", "errors"), ("failure", "failed"), ("skipped", "skipped")):
        if case.find(tag) is not None:
            return outcome
    return "passed"


def test(places: Places, arguments: list[str]) -> int:
    """All parts, or only pytest with `arguments` when there are some."""
    started = time.monotonic()
    install.packages(places, "dev")  # holds everything of base: the second line then has nothing to load
    install.packages(places, "base")
    install.assets(places)
    tally = Tally()
    with _server(places) as url, _browser() as browser:
        _pages(places)
        env = django.environment(places, url, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="")
        env |= {} if database.outside() else {"LIANLUO_TEST_TEMPLATE": migrated.NAME}
        env.pop("LIANLUO_DATA"), env.pop("DJANGO_SETTINGS_MODULE")
        static = [] if arguments else _static(places)
        shown = [_show(part, places, env) for part in static]
        good = all(shown)
        for name, selection in _runs(arguments, browser):
            good = _pytest(name, selection, places, env, tally) and good
    _slowest(tally)
    line(tally.line(time.monotonic() - started))
    return 0 if good else 1


@contextmanager
def _server(places: Places) -> Iterator[str]:
    """A throw-away PostgreSQL for the tests, unless DATABASE_URL names one whose role may create databases."""
    if database.outside():
        yield database.outside()
        return
    with step(words("启动测试用 PostgreSQL", "PostgreSQL for tests")):
        cluster = database.throwaway(places)
        migrated.lay(places, cluster)
        log = cluster.folder.parent / "postgres.log"
        process = cluster.start(log)
        cluster.ensure(database.NAME)
    try:
        yield cluster.url(database.NAME)
    finally:
        cluster.stop(process)
        shutil.rmtree(cluster.folder.parent, ignore_errors=True)


@contextmanager
def _browser() -> Iterator[bool]:
    """True when there is a browser. In CI its absence is a failure, at home it is said."""
    found = any(shutil.which(name) for name in BROWSERS)
    if not found:
        told = words("没有浏览器，页面测试无法进行。请先执行：", "No browser for the page tests; run: ")
        told += "apt-get install -y chromium fonts-noto-cjk"
        if os.environ.get("CI"):
            raise Stop(told)
        warn(told)
    yield found


def _pages(places: Places) -> None:
    """Can pages be laid out as PDF? In CI that they cannot is a failure, at home it is said."""
    command = [str(places.python), "-c", "import weasyprint"]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return
    told = words("没有 Pango，生成 PDF 的测试无法进行。请先执行：", "No Pango for the tests of PDFs; run: ")
    told += "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
    if os.environ.get("CI"):
        raise Stop(told)
    warn(told)


def _static(places: Places) -> list[Part]:
    python = str(places.python)
    templates = sorted(str(path) for path in (places.root / "lianluo").rglob("templates/**/*.html"))
    manage = [python, str(places.root / "manage.py")]
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return [
        Part("ruff check", [python, "-m", "ruff", "check", "."]),
        Part("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        Part("mypy", [python, "-m", "mypy"]),
        Part("import-linter", [python, "-c", linter]),
        Part("djade", [str(places.venv / "bin" / "djade"), "--check", "--target-version", "5.2", *templates]),
        Part("migrations", [*manage, "makemigrations", "--check", "--dry-run"]),
        Part("catalogue", [*manage, "catalogue", "--check"]),
    ]


def _show(part: Part, places: Places, env: dict[str, str]) -> bool:
    """Run one part; its output is shown only when it fails."""
    started = time.monotonic()
    done = subprocess.run(part.command, cwd=places.root, env=env, capture_output=True, text=True, check=False)
    part.seconds, part.good = time.monotonic() - started, done.returncode == 0
    line(_verdict(part))
    if not part.good:
        line((done.stdout + done.stderr).rstrip()[-4000:])
    return part.good


def _verdict(part: Part) -> str:
    return f"{'ok  ' if part.good else 'FAIL'} {part.name:16} {part.seconds:7.1f} s"


def _runs(arguments: list[str], browser: bool) -> list[tuple[str, list[str]]]:
    if arguments:
        return [("pytest", arguments)]
    cores = str(os.cpu_count() or 2)
    # One worker runs all of a module, so that what a module builds is built once; the dearest modules come first.
    whole = ["-n", cores, "--dist", "loadfile", "--no-loadscope-reorder"]
    runs = [("pytest", [*whole, "-m", "not browser and not drill"])]
    if browser:
        runs.append(("browser", ["-n", cores, "--dist", "loadfile", "-m", "browser"]))
    return [*runs, ("drill", ["-m", "drill"])]


def _pytest(name: str, selection: list[str], places: Places, env: dict[str, str], tally: Tally) -> bool:
    """Run pytest, pass its output on, keep its last line for the common summary."""
    report = places.root / "build" / f"{name}.xml"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    command = [str(places.python), "-m", "pytest", f"--junitxml={report}", "-q", *selection]
    part, started = Part(name, command), time.monotonic()
    with subprocess.Popen(command, cwd=places.root, env=env, stdout=subprocess.PIPE, text=True) as process:
        for text in process.stdout or ():
            if not SUMMARY.match(text.strip()):
                sys.stdout.write(text)
                sys.stdout.flush()
    part.seconds, part.good = time.monotonic() - started, process.returncode in (0, 5)
    tally.add(report)
    line(_verdict(part))
    return part.good


def _slowest(tally: Tally) -> None:
    line(words(f"最慢的 {SLOWEST} 个测试：", f"Slowest {SLOWEST} tests:"))
    for seconds, name in sorted(tally.times, reverse=True)[:SLOWEST]:
        line(f"  {seconds:7.2f} s  {name}")
