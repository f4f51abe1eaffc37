#!/usr/bin/env python3
"""Lianluo: `python3 run.py` sets everything up and serves; `python3 run.py help` lists the rest."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older Pythons get a sentence instead of a traceback
    sys.exit("Lianluo needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])  # noqa: UP031

from runner.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
