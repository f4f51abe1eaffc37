"""The list of all places that look beyond one congress: `python -m tests.everywhere` writes docs/everywhere.md."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "docs" / "everywhere.md"
HEAD = """# Where the code looks beyond one congress

Every query on rows of a congress says `.within(scope)`. These places say `.everywhere("why")` instead; each must be
right for a reader of any congress. A test fails when this list is not what the code says:
`python -m tests.everywhere` writes it anew, and the change is then read in review.

| file | in | why |
|---|---|---|
"""


@dataclass(frozen=True, order=True)
class Place:
    file: str
    function: str
    why: str


def sources() -> Iterator[Path]:
    """The code of the house, without tests and migrations."""
    for path in sorted((ROOT / "lianluo").rglob("*.py")):
        if not {"tests", "migrations"} & set(path.parts):
            yield path


def places() -> list[Place]:
    """Every `.everywhere(…)` with the function around it; two alike in one function are one."""
    return sorted({place for path in sources() for place in _of(path)})


def _of(path: Path) -> Iterator[Place]:
    tree = ast.parse(path.read_text())
    words = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for function, call in _calls(tree, ""):
        (said,) = call.args
        why = said.value if isinstance(said, ast.Constant) else words.get(getattr(said, "id", ""), "")
        yield Place(str(path.relative_to(ROOT)), function, str(why))


def _calls(node: ast.AST, inside: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        here = f"{inside}.{child.name}".strip(".") if named else inside  # type: ignore[attr-defined]
        if (
            isinstance(child, ast.Call)
            and isinstance(child.func, ast.Attribute)
            and child.func.attr == "everywhere"
        ):
            yield here, child
        yield from _calls(child, here)


def text() -> str:
    return HEAD + "".join(f"| `{p.file}` | `{p.function or 'module'}` | {p.why} |\n" for p in places())


if __name__ == "__main__":
    LIST.write_text(text())
