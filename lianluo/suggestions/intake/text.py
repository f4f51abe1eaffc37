"""A text in one piece becomes what is the matter, and what should be done."""

import re

HEADING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+\s*[、.．]|第[一二三四五]部分|[（(【\[]|\d+[、.．])?\s*"
    r"(?:为此|因此|对此)?[，,]?\s*(?:提出|特提|有关|相关|具体|对策|工作|几点|我们的?|我的?)*\s*(?:以下|如下)?\s*"
    r"(?:意见(?:和|与|及))?建议(?:如下|和措施|与对策|和对策)?\s*[】\])）]?\s*[:：。]?\s*$"
)
TITLE = re.compile(r"^(?![一二三四五六七八九十\d（(【\[])[^。；！]*(?:建议|意见|批评)[^。；！]*$")
LEADING = re.compile(r"(?:为此|因此|对此|鉴于此|基于此)[^。；\n]{0,40}建议[^。；\n]{0,12}[:：。]?$")


def split(text: str) -> tuple[str, str]:
    """(情况与问题, 具体建议), the heading with the latter: no word of the deputy is lost. Where no heading parts them,
    everything is the proposal."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    for n, line in enumerate(lines):
        if 0 < n < len(lines) - 1 and len(line) <= 60 and (HEADING.match(line) or LEADING.search(line)):
            return "\n".join(lines[:n]), "\n".join(lines[n:])
    return "", "\n".join(lines)


def without_title(title: str, text: str) -> str:
    """The text without a first line that only repeats the title; a text that says no more stays."""
    plain = re.sub(r"\s", "", title)
    lines = text.split("\n")
    for n in range(1, min(3, len(lines)) + 1):
        if plain and re.sub(r"\s", "", "".join(lines[:n])) == plain:
            return "\n".join(lines[n:]).strip() or text
    return text


def titled(title: str, text: str) -> str:
    """The title; without one, the first line of the text when it reads like one."""
    if title:
        return title
    first = text.strip().split("\n")[0].strip() if text.strip() else ""
    return first if 4 <= len(first) <= 60 and TITLE.match(first) else ""
