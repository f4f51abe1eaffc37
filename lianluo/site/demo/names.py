"""Made-up names: common surnames with given names put together by chance of a fixed seed. No real person appears."""

import random

SURNAMES = (
    "覃 龙 彭 向 邓 瞿 石 粟 田 罗 左 郁 单 舒 阳 易 欧 侯 莫 唐 谭 易 黎 肖 文 贺 "
    "庞 柳 匡 宁 廖 蒋 戴 汤 袁 喻 尹 卢 贾 段 雷 毛 傅 夏 姚 严 曾 邹 熊 金 丁 范 "
    "方 梁 宋 郑 谢 韩 冯 于 董 萧 程 曹 沈 许 吕 苏 魏 叶 阎 余 潘 杜 崔 钟 汪 田 "
    "任 姜 樊 史 顾"
).split()
MIDDLE = (
    "望 见 澧 晚 听 瞿 青 若 远 令 安 明 思 一 云 子 文 立 春 秋 知 静 长 海 正 志 "
    "国 建 永 玉 彦 书 嘉 景 承 新 泽 晓 卫 南"
).split()
LAST = (
    "舒 田 川 晴 澜 云 禾 意 屿 仪 河 峰 华 宁 琴 林 松 竹 梅 兰 平 洋 岚 辉 瑛 泉 "
    "岩 远 成 章 航 帆 阳 岭 湘 沅 溪 波 月 星"
).split()


class Names:
    """Names without doubles, always the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.taken: set[str] = set()

    def next(self) -> str:
        while True:
            given = self.random.choice(LAST)
            if self.random.random() < 0.85:
                given = self.random.choice(MIDDLE) + given
            name = self.random.choice(SURNAMES) + given
            if name not in self.taken:
                self.taken.add(name)
                return name
