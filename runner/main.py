"""The launcher's commands, one line each."""

import sys
from collections.abc import Callable

from runner import places as where
from runner.places import Places
from runner.say import Stop, line, words

HELP = (
    (
        "",
        "准备并启动；选项 --port --host --workers --empty",
        "set up and serve; --port --host --workers --empty",
    ),
    ("test [PYTEST…]", "全部检查与测试", "all checks and tests"),
    ("verify", "核对历史记录的完整性", "check that history is whole"),
    ("backup FILE", "备份数据库与附件", "back up database and attachments"),
    ("restore FILE", "恢复；已有数据时需要 --replace", "restore; --replace when there is data"),
    ("reset [--yes]", "清除演示数据，重新写入", "throw the demo away and fill it anew"),
    (
        "import KIND FILE --as ACCOUNT [--go]",
        "导入 suggestions、deputies 或 units；不加 --go 只检查",
        "take in suggestions, deputies or units; without --go only check",
    ),
    ("shots [DIR]", "每个角色、每个页面的截图", "pictures of every page per role"),
    ("bench NAME", "测量", "measure"),
    ("drill kills [N]", "故障演练：负载下随机杀进程", "kill processes under load, then check every word"),
    ("manage …", "Django 管理命令", "Django's commands"),
)


def main(arguments: list[str]) -> int:
    """Do what the first word says; without one, serve."""
    places = where.find()
    name = arguments[0] if arguments and not arguments[0].startswith("-") else "serve"
    rest = arguments[1:] if arguments and name == arguments[0] else arguments
    if name == "help" or rest[:1] in (["-h"], ["--help"]):
        return _help()
    if name not in COMMANDS:
        line(words(f"没有 {name} 这个命令。", f"There is no command {name}."))
        _help()
        return 2
    return _act(COMMANDS[name], places, rest)


def _act(command: "Command", places: Places, rest: list[str]) -> int:
    try:
        return command(places, rest)
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _help() -> int:
    line("python3 run.py …")
    for name, chinese, english in HELP:
        line(f"  {name:16} {words(chinese, english)}")
    return 0


def _serve(places: Places, rest: list[str]) -> int:
    from runner.serve import serve

    return serve(places, rest)


def _test(places: Places, rest: list[str]) -> int:
    from runner.checks import test

    return test(places, rest)


def _backup(places: Places, rest: list[str]) -> int:
    from runner.backup import backup

    return backup(places, rest)


def _restore(places: Places, rest: list[str]) -> int:
    from runner.backup import restore

    return restore(places, rest)


def _reset(places: Places, rest: list[str]) -> int:
    from runner.reset import reset

    return reset(places, rest)


def _shots(places: Places, rest: list[str]) -> int:
    from runner.shots import shots

    return shots(places, rest)


def _manage(places: Places, rest: list[str]) -> int:
    from runner import database, django, install

    install.packages(places, "base")
    with database.reach(places) as url:
        return django.through(places, url, *rest)


def _verify(places: Places, rest: list[str]) -> int:
    return _manage(places, ["verify", *rest])


def _import(places: Places, rest: list[str]) -> int:
    return _manage(places, ["import_table", *rest])


def _bench(places: Places, rest: list[str]) -> int:
    from runner.bench import bench

    return bench(places, rest)


def _drill(places: Places, rest: list[str]) -> int:
    from runner.drill.run import drill

    return drill(places, rest)


Command = Callable[[Places, list[str]], int]
COMMANDS: dict[str, Command] = {
    "serve": _serve,
    "test": _test,
    "verify": _verify,
    "backup": _backup,
    "restore": _restore,
    "reset": _reset,
    "shots": _shots,
    "import": _import,
    "bench": _bench,
    "drill": _drill,
    "manage": _manage,
}
