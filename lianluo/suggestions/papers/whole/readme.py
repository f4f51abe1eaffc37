"""说明.txt: what lies in the zip, how the history was checked, what came out, and how to check it again."""

from collections.abc import Iterator, Sequence

from django.utils import timezone

from lianluo.suggestions.papers.whole.files import Kept
from lianluo.suggestions.papers.words import day, held_by
from lianluo.suggestions.selectors.whole import Whole
from lianluo.ui.components.text import date_full

RECIPE = """import hashlib, json

def sm3(*parts):
    return hashlib.new("sm3", b"".join(parts)).digest()

last = {}
for line in open("历史/history.jsonl", encoding="utf-8"):
    step = json.loads(line)
    text = json.dumps(step["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    previous = bytes.fromhex(step["previous"])
    seq, before = last.get(step["case"], (0, bytes(32)))
    assert step["seq"] > seq + 1 or previous == before, step
    assert sm3(previous, text.encode()).hex() == step["hash"], step
    last[step["case"]] = step["seq"], bytes.fromhex(step["hash"])
print("完整无误", {case: digest.hex() for case, (seq, digest) in last.items()})
"""
"""Needs nothing but Python; a test runs it on a real zip."""


def readme(whole: Whole, kept: Sequence[Kept], names: Sequence[str]) -> str:
    parts = (_head(whole), _result(whole, kept), _method(whole), _contents(names))
    return "\n".join(line for part in parts for line in [*part, ""])


def _head(whole: Whole) -> Iterator[str]:
    case, at = whole.case, timezone.localtime(whole.at)
    yield f"{held_by(case)}{case.number_words}代表建议全卷"
    yield str(case)
    yield f"生成时间：{day(at)} {at:%H:%M}"
    yield f"生成人：{whole.actor.name}（{whole.actor.role_label}）。只收入生成人在建议页面上可以看到的内容。"


def _result(whole: Whole, kept: Sequence[Kept]) -> Iterator[str]:
    yield "一、核对结果"
    yield verdict(whole, kept)
    for chain in whole.chains:
        yield f"  {chain.label}：{chain.sentence}。"
        if chain.digest:
            yield f"    末端摘要 {chain.digest}"
    for one in kept:
        yield f"  附件“{one.attachment.name}”：{one.sentence}。"
        if one.digest:
            yield f"    摘要 {one.digest}"
    yield root_words(whole)


def verdict(whole: Whole, kept: Sequence[Kept]) -> str:
    """The one sentence that counts."""
    broken, bad = not whole.sound, [one for one in kept if one.fault]
    if not broken and not bad:
        return f"全部 {len(whole.chains)} 条历史、{whole.steps} 步和 {len(kept)} 个附件核对无误。"
    found = []
    if broken:
        count = sum(bool(one.proof.broken) for one in whole.chains)
        found.append(f"{count} 条历史与记录的摘要对不上")
    if bad:
        found.append(f"{len(bad)} 个附件缺失或被改动过")
    return f"核对不一致：{'，'.join(found)}。对不上的步骤和此后的记录不能当作依据，请联系系统管理员。"


def root_words(whole: Whole) -> str:
    if whole.root is None:
        return "当日总摘要：最后一步所在的日子还没有封存，次日起可以再核对。"
    return f"当日总摘要（{date_full(whole.root.day)}封存）：{whole.root_digest}"


def _method(whole: Whole) -> Iterator[str]:
    yield "二、怎样核对"
    yield "  建议、各单位的办理、延期申请、承诺各有一条历史。每一步的摘要由上一步的摘要和这一步的内容用 SM3 算出，"
    yield "  任何一步被改动、删去或插入，从那一步起就对不上。生成本卷时逐步重新算过，并与事项所记的末端摘要相比。"
    yield "  附件由文件的全部字节算出摘要，与上传时、与带来它的那一步所记的摘要相比。"
    yield "  每天的总摘要覆盖当日动过的全部事项，由审计管理员保存；与以前打印或公布的总摘要相比，可以看出历史是否被整体改写。"
    if not whole.actor.is_liaison:
        yield "  本卷的历史只列页面上可见的内容，其中的摘要可以与联工委保存的全卷逐步比对。"
        return
    yield "  在解压后的文件夹里用 Python（其 OpenSSL 带 SM3）运行下面几行，可以不依靠本系统重新核对。"
    yield "  单位内部的步骤不列出，序号跳开的地方只核对这一步自己："
    yield ""
    yield RECIPE


def _contents(names: Sequence[str]) -> Iterator[str]:
    yield "三、目录"
    for name in names:
        yield f"  {name}"
