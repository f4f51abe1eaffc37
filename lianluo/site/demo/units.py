"""Undertaking units of a province: made of real kinds of names. Kind, full name, short name."""

GOVERNMENT = (
    "发展和改革委员会 教育厅 科学技术厅 工业和信息化厅 民族宗教事务委员会 公安厅 民政厅 司法厅 财政厅 "
    "人力资源和社会保障厅 自然资源厅 生态环境厅 住房和城乡建设厅 交通运输厅 水利厅 农业农村厅 商务厅 "
    "文化和旅游厅 卫生健康委 退役军人事务厅 应急管理厅 审计厅 国有资产监督管理委员会 市场监督管理局 "
    "广播电视局 体育局 统计局 林业局 医疗保障局 地方金融管理局 信访局 机关事务管理局 粮食和物资储备局 "
    "药品监督管理局 知识产权局 数据局 外事办公室 港澳事务办公室 供销合作总社 地方志编纂院 "
    "疾病预防控制局 中医药管理局 铁路建设办公室 移民局 水运建设投资局"
).split()
CENTRAL = (
    "邮政管理局 通信管理局 气象局 地震局 消防救援总队 税务局 烟草专卖局 海关 银行业监管机构 "
    "证券业监管机构 人民银行分行 能源监管办公室 民航监管局 出入境边防检查总站 邮政公司 电网公司 "
    "铁路集团"
).split()
PARTY = (
    "纪委监委机关 组织部 宣传部 统战部 政法委 政策研究室 机构编制委员会办公室 网信办 台办 "
    "直属机关工委 巡视办 老干部局 档案馆 党校"
).split()
GROUPS = "总工会 妇联 工商联 文联 科协 侨联 残联 红十字会 社科联 作协 贸促会 计划生育协会".split()
COMMITTEES = (
    "监察和司法委员会 财政经济委员会 农业与农村委员会 教育科学文化卫生委员会 环境与资源保护委员会 "
    "社会建设委员会 民族华侨外事委员会 法制委员会 选举任免联络工作委员会"
).split()
COLLEGES = (
    "大学 师范大学 农业大学 中医药大学 理工学院 交通职业学院 水利职业学院 民族职业学院 农业科学院 "
    "社会科学院 林业科学院 水利水电科学研究院"
).split()
FIRMS = (
    "高速公路集团 机场管理集团 水务集团 农业集团 文化旅游集团 建设投资集团 能源集团 出版集团 担保集团 "
    "城市发展集团"
).split()
CITIES = (
    "长沙市 衡阳市 株洲市 湘潭市 邵阳市 岳阳市 常德市 张家界市 益阳市 郴州市 永州市 怀化市 娄底市 湘西自治州"
).split()


def provincial() -> list[tuple[str, str, str]]:
    """(kind, full name, short name) of some two hundred units."""
    rows = [
        ("government", "湖南省人民政府办公厅", "省政府办公厅"),
        ("party", "中共湖南省委督查室", "省委督查室"),
    ]

    rows += [("government", _full(name), f"省{name}") for name in GOVERNMENT]

    rows += [("government", f"湖南省{name}", f"省{name}") for name in CENTRAL]

    rows += [("party", f"中共湖南省委{name}", f"省委{name}") for name in PARTY]

    rows += [("party", f"湖南省{name}", f"省{name}") for name in GROUPS]

    rows += [("party", "共青团湖南省委", "团省委")]

    rows += [("court", "湖南省高级人民法院", "省高级人民法院")]

    rows += [("procuratorate", "湖南省人民检察院", "省人民检察院")]

    rows += [("supervision", "湖南省监察委员会", "省监察委员会")]

    rows += [("committee", f"湖南省人大{name}", f"省人大{name}") for name in COMMITTEES]

    rows += [("local", f"{city}人民政府", f"{city}政府") for city in CITIES]

    rows += [("party", f"中共{city}委员会", f"{city}委") for city in CITIES]

    rows += [("enterprise", f"湖南{name}", f"湖南{name}") for name in COLLEGES + FIRMS]

    return rows


def _full(name: str) -> str:
    return f"湖南省{'卫生健康委员会' if name == '卫生健康委' else name}"
