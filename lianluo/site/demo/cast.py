"""Who may be tried in the demo: user name, name, roles, and what to try first."""

from dataclasses import dataclass

from lianluo.people.models import Account, Seat
from lianluo.people.roles import RoleKind as R
from lianluo.site.demo.people import Accounts
from lianluo.site.demo.province import DemoPlace


@dataclass(frozen=True)
class Part:
    """One account of the demo."""

    username: str
    who: str
    place: str
    try_first: str
    kinds: tuple[R, ...] = ()
    unit: str = ""
    name: str = ""
    title: str = ""


PARTS = (
    Part("daibiao", "代表（手机）", "43", "在手机上提一件建议；评价一件答复"),
    Part("daibiao2", "代表（手机）", "43", "看看自己的建议办到哪一步"),
    Part(
        "lianluo",
        "联工委工作人员",
        "43",
        "审核待办里的建议，交办给单位",
        (R.LIAISON,),
        name="罗令仪",
        title="建议工作处",
    ),
    Part(
        "zhuren",
        "联工委负责人",
        "43",
        "看全省办理进度，改一项时限",
        (R.LIAISON_LEAD, R.LIAISON),
        name="石远山",
        title="主任",
    ),
    Part("daibiaotuan", "代表团工作人员", "43", "大会期间初审本团建议", (R.DELEGATION_STAFF,), name="田晓禾"),
    Part("yianzu", "大会议案组", "43", "大会期间审核立案", (R.SESSION_STAFF,), name="单景行"),
    Part(
        "jiaoban",
        "交办机构",
        "43",
        "看政府系统承办的建议",
        (R.DISPATCHER,),
        "省政府办公厅",
        "易思源",
        "建议提案处",
    ),
    Part(
        "chengban",
        "承办人",
        "43",
        "签收建议，拟写答复",
        (R.UNIT_HANDLER, R.UNIT_ADMIN),
        "省水利厅",
        "左安澜",
        "农村水利水电处",
    ),
    Part(
        "chengban2",
        "承办人（同处）",
        "43",
        "接手同事移交的建议",
        (R.UNIT_HANDLER,),
        "省水利厅",
        "阮秋平",
        "农村水利水电处",
    ),
    Part("shenhe", "承办单位审核人", "43", "审核答复稿", (R.UNIT_REVIEWER,), "省水利厅", "郁文清", "办公室"),
    Part("qianfa", "承办单位签发人", "43", "签发答复", (R.UNIT_SIGNER,), "省水利厅", "郁明河", "厅长"),
    Part(
        "weiyuanhui",
        "专门委员会",
        "43",
        "查看对口督办的建议",
        (R.COMMITTEE,),
        "省人大农业与农村委员会",
        "粟春林",
    ),
    Part("lingdao", "常委会领导", "43", "看办理全貌", (R.LEADER,), name="向远征"),
    Part("lianluozhan", "联络站", "43", "（联系群众模块随后提供）", (R.STATION,), name="彭玉兰"),
    Part("xitong", "系统管理员", "43", "管理单位、会议、日历", (R.SYSTEM_ADMIN,), name="莫知行"),
    Part("anquan", "安全管理员", "43", "授予角色、解锁账号", (R.SECURITY_ADMIN,), name="廖守正"),
    Part("shenji", "审计员", "43", "查审计记录，校验历史", (R.AUDITOR,), name="严明远"),
    Part("yueyang", "岳阳市人大工作人员", "4306", "同一套系统，自己的数据", (R.LIAISON,), name="柳文波"),
    Part("huarong", "华容县人大工作人员", "430623", "同上", (R.LIAISON,), name="毛春生"),
    Part("zhihedu", "治河渡镇人大主席团", "430623102", "同上，一个乡镇", (R.LIAISON,), name="危春兰"),
)


def open_accounts(accounts: Accounts, places: dict[str, DemoPlace], seats: list[Seat]) -> dict[str, Account]:
    """Open them all; the two deputies take the first seats of the Yueyang delegation."""
    own = iter([seat for seat in seats if seat.delegation and seat.delegation.name.startswith("岳阳")])
    opened = {}
    for part in PARTS:
        if part.kinds:
            opened[part.username] = accounts.of_role(
                part.username, part.name, places[part.place], *part.kinds, unit=part.unit, title=part.title
            )
        else:
            opened[part.username] = accounts.of_seat(part.username, next(own))
    return opened
