"""Secrets of one installation: made on first run, kept in the data folder, readable by its owner only."""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

FILE = "secrets.json"


@dataclass(frozen=True)
class Secrets:
    """What signs sessions, what seals personal fields, what opens `/metrics` from afar."""

    signing: str
    field_keys: dict[str, bytes]
    field_key: str
    metrics_token: str


def load(folder: Path) -> Secrets:
    """The secrets kept in `folder`; they are made when there are none. Two processes at once agree on one file."""
    path = folder / FILE
    if not path.exists():
        _write_once(path, _fresh())
    kept = json.loads(path.read_text())
    keys = {name: base64.b64decode(text) for name, text in kept["field_keys"].items()}
    return Secrets(kept["signing"], keys, kept["field_key"], kept["metrics_token"])


def _fresh() -> str:
    keys = {"sm4-1": base64.b64encode(secrets.token_bytes(16)).decode()}
    keys["aes-1"] = base64.b64encode(secrets.token_bytes(32)).decode()
    made = {
        "signing": secrets.token_urlsafe(64),
        "field_keys": keys,
        "field_key": "sm4-1",
        "metrics_token": secrets.token_urlsafe(24),
    }
    return json.dumps(made, indent=1)


def _write_once(path: Path, text: str) -> None:
    """Write whole or not at all: a private draft is linked to its name, and whoever links first wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
