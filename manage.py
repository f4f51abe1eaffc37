"""Django's commands. `python3 run.py manage …` calls this with the data folder and the database set."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianluo.site.settings")
    execute_from_command_line(sys.argv)
