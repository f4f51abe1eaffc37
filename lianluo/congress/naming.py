"""How congresses are called after their divisions. Pure."""

import re

from lianluo.congress.levels import Level

ETHNIC = (
    "蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|"
    "傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|"
    "毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|"
    "塔塔尔族|独龙族|鄂伦春族|赫哲族|门巴族|珞巴族|基诺族|各族"
)
_AUTONOMOUS = re.compile(rf"^(?P<place>.+?)(?:{ETHNIC})+自治(?P<kind>州|县)$")
CONGRESS = "人民代表大会"


def short_place(name: str) -> str:
    """湘西土家族苗族自治州 → 湘西州, 江华瑶族自治县 → 江华县; other names stay."""
    found = _AUTONOMOUS.match(name)
    return found["place"] + found["kind"] if found else name


def full_place(level: Level, name: str, above: str) -> str:
    """The place as a congress names it: a district carries its city, a township its county."""
    if level == Level.NATIONAL:
        return "全国"
    carries = level == Level.TOWNSHIP or (level == Level.COUNTY and name.endswith("区"))
    return above + name if carries and not name.startswith(above) else name


def congress_names(level: Level, name: str, above: str) -> tuple[str, str]:
    """Full and short name: (长沙市岳麓区人民代表大会, 岳麓区人大)."""
    place = full_place(level, name, above)
    short = "全国" if level == Level.NATIONAL else short_place(name)
    return place + CONGRESS, short + "人大"


def has_congress(level: Level, code: str, name: str) -> bool:
    """Streets, prefecture offices (地区, 盟), development zones and farms have a code but no congress.

    They are agencies of the government above (地方组织法 art. 85), or no division at all.
    """
    if level == Level.TOWNSHIP:
        return name.endswith(("乡", "镇", "苏木"))
    if level == Level.COUNTY:
        return not code.endswith("00") and not "71" <= code[4:6] <= "79"
    return not is_heading(name) and not name.endswith(("地区", "盟"))


def is_heading(name: str) -> bool:
    """Prefecture codes that only stand over counties directly under a province or municipality."""
    return name in {"市辖区", "县"} or name.endswith("直辖县级行政区划")
