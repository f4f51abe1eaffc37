"""Where things are: the checkout, its virtual environment, the one data folder."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Places:
    """`root` is the checkout, `data` the folder that holds everything an installation must not lose."""

    root: Path
    data: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def logs(self) -> Path:
        return self.data / "log"

    @property
    def stamps(self) -> Path:
        return self.data / "stamps"

    @property
    def name(self) -> str:
        """A short name for this data folder that no other folder of the machine has."""
        return hashlib.sha256(str(self.data).encode()).hexdigest()[:12]


def find(env: "os._Environ[str] | dict[str, str]" = os.environ) -> Places:
    """The places of this checkout; `LIANLUO_DATA` names another data folder."""
    return Places(root=ROOT, data=Path(env.get("LIANLUO_DATA") or ROOT / "var").resolve())
