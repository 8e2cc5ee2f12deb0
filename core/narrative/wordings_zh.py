"""Ways of saying one thing in Chinese, as `wordings` has them in English; and words that tell without claiming."""

from __future__ import annotations

import re

SAME = """
无 | 没有 | 并无 | 未出现 | 未发生 | 没有发生过 | 没有过 | 从未有过 | 没有出现 | 从无
未见 | 没有发现 | 未发现 | 未见到 | 没有看到 | 未提示
体温 | T
心率 | P | HR | 脉搏 | 脉率
血压 | BP
呼吸 | R | RR | 呼吸频率
血氧饱和度 | SpO2 | SpO₂ | SaO2 | 氧饱和度 | 指脉氧
体重 | WT
白细胞 | 白细胞计数 | WBC
血红蛋白 | Hb | HGB
血小板 | 血小板计数 | PLT
C反应蛋白 | CRP
肌酐 | 血肌酐
钾 | 血钾
随机血糖 | 随机末梢血糖
糖化血红蛋白 | HbA1c
心肌梗死 | 心梗 | 心肌梗塞
脑梗死 | 脑梗 | 脑梗塞
脑卒中 | 中风 | 卒中
冠心病 | 冠状动脉粥样硬化性心脏病
静滴 | 静脉滴注 | 静点
静推 | 静脉注射 | 静注
每日 | 每天 | 每 日
每晚 | 每夜 | 睡前每晚
睡前 | 临睡前 | 睡觉前
今晨 | 早上 | 今天早上 | 今天早晨 | 早晨 | 当天早晨 | 清晨 | 今早 | 当日晨 | 今日早晨 | 今日
昨晚 | 前一晚 | 前一天晚上 | 昨夜
碎石术 | 碎石治疗 | 碎石手术
切除术 | 切除 | 切除手术
修补术 | 修补手术 | 修补
置换术 | 置换 | 置换手术
截肢 | 截肢手术
疫苗 | 预防接种 | 免疫接种
接种疫苗 | 疫苗接种
按计划接种 | 按时接种 | 按期接种
死于 | 因病去世于 | 去世于
皮疹 | 起疹 | 出疹
胸片 | 胸部X线 | 胸部X线片 | X线胸片
X线 | X线片 | 平片
心电图 | ECG
超声 | B超 | 彩超 | 超声检查
头颅CT | 头部CT | 脑CT
头颅MRI | 头部MRI | 头部磁共振 | 头颅磁共振
可闻及 | 闻及 | 可听到 | 听到
呼吸困难 | 气促 | 气短 | 喘憋
言语不清 | 言语含糊 | 口齿不清 | 说话不清
上下肢 | 肢体 | 上肢及下肢
大汗 | 出大汗
疼痛 | 痛
呕吐 | 吐
腹泻 | 拉肚子
发热 | 发烧
咳嗽 | 咳
破溃 | 溃破
溃疡 | 溃疡面
类似 | 相似 | 同样
健康 | 体健
怀孕 | 妊娠
停经 | 闭经后
少量 | 少许
好转 | 改善
缓解 | 减轻 | 缓和
吸烟 | 抽烟
饮酒 | 喝酒
磺胺类药物 | 磺胺类 | 磺胺
头孢类 | 头孢类药物
体重下降 | 体重减轻 | 体重减少
视物模糊 | 视力模糊 | 视物不清 | 看东西模糊
手足 | 手脚 | 双手双脚
高血压 | 高血压病
死 | 去世 | 病故 | 过世
墨菲征 | Murphy征 | 莫菲征 | Murphy氏征
突发 | 突然出现 | 突然发生 | 突起
初诊 | 首诊
麦氏点 | McBurney点
巴氏征 | Babinski征 | 巴宾斯基征
心律不齐 | 心律不整
恶心 | 作呕
头晕 | 头昏
便秘 | 大便干结
黑便 | 柏油样便
血尿 | 尿血
便血 | 大便带血
胸闷 | 胸部憋闷
无力 | 乏力 | 疲乏 | 疲倦 | 疲劳 | 全身无力
食欲减退 | 纳差 | 食欲差 | 胃口差 | 食欲下降 | 食欲不振 | 食欲降低 | 进食减少 | 进食差 | 饮食减少
食欲减退 | 食欲较平时下降 | 食欲较前下降
失眠 | 睡眠差 | 睡不着
盗汗 | 夜间出汗
水肿 | 浮肿
湿啰音 | 湿罗音 | 湿性啰音
哮鸣音 | 喘鸣音
压痛 | 触痛
肌注 | 肌肉注射
皮下注射 | 皮注
口服 | 内服
每日一次 | 一天一次 | 每天一次 | 一日一次 | 1次/日 | qd
每日两次 | 一天两次 | 一天二次 | 每日二次 | 每天两次 | 一日两次 | 一日二次 | 2次/日 | bid
每日三次 | 一天三次 | 每天三次 | 一日三次 | 3次/日 | tid
每晚一次 | 每晚1次 | qn
大便 | 粪便
小便 | 尿液
尿酮体 | 尿中酮体
手术 | 开刀
戒烟 | 已不吸烟 | 停止吸烟
家属 | 家人
复诊 | 随诊
普外科 | 普通外科
腹部超声 | 腹部B超 | 腹部彩超
房颤 | 心房颤动 | 心房纤颤
室颤 | 心室颤动
咽痛 | 喉咙痛 | 咽喉痛 | 咽喉疼痛 | 嗓子痛 | 咽部疼痛 | 喉咙疼
痒 | 瘙痒 | 发痒
昨日 | 昨天
前日 | 前天
精神可 | 精神状态尚可 | 精神尚可 | 精神状态可
精神差 | 精神不振 | 精神萎靡
触及 | 可触及 | 摸到 | 可摸到 | 扪及 | 可扪及
双 | 双侧 | 两侧
肌力 | 肌肉力量 | 力量
持物不稳 | 拿东西不稳 | 拿不稳东西 | 拿物不稳
神志清楚 | 意识清楚 | 意识清晰 | 神志清 | 神清 | 意识一直清楚 | 神志一直清楚
愈合 | 已愈 | 已愈合 | 痊愈
宫内 | 宫腔内 | 子宫内
IgM | IgM抗体
IgG | IgG抗体
咳痰 | 咯痰
打喷嚏 | 喷嚏
流涕 | 流鼻涕
鼻塞 | 鼻子不通
心悸 | 心慌
胸痛 | 胸部疼痛 | 胸口痛
腹痛 | 腹部疼痛 | 肚子痛 | 肚子疼
头痛 | 头部疼痛 | 头疼
腹胀 | 腹部胀满 | 肚子胀
腰痛 | 腰部疼痛 | 腰疼
关节痛 | 关节疼痛 | 关节疼
尿痛 | 排尿疼痛 | 小便疼痛
尿频 | 排尿次数增多 | 小便次数多
晕厥 | 昏厥 | 晕倒
抽搐 | 惊厥 | 抽风
吞咽困难 | 咽下困难
肝肿大 | 肝大 | 肝脏肿大
脾肿大 | 脾大 | 脾脏肿大
肿物 | 肿块 | 包块
输血 | 输注红细胞
剖宫产 | 剖腹产
"""
_WAYS = {way: line.split(" | ")[0] for line in SAME.strip().splitlines() for way in line.split(" | ")}
_BY_LENGTH = sorted(_WAYS, key=len, reverse=True)


def _pattern(way: str) -> str:
    """Letters stand alone: the T of "CT" is no temperature."""
    return rf"(?<![A-Za-z]){re.escape(way)}(?![A-Za-z])" if way.isascii() else re.escape(way)


_ALL = re.compile("|".join(_pattern(way) for way in _BY_LENGTH) + r"|侧(?=[\u4e00-\u9fff])|抽(?=\s?\d+\s?[支根包])")


def canonical(text: str) -> tuple[str, list[int]]:
    """The text with every wording turned into the first of its line, and for each character where it came from.

    >>> canonical("没有发烧")
    ('无发热', [0, 2, 2])
    """
    said: list[str] = []
    places: list[int] = []
    place = 0
    for match in _ALL.finditer(text):
        said.append(text[place : match.start()])
        places += range(place, match.start())
        way = _WAYS.get(match.group(), "")
        said.append(way)
        places += [match.start()] * len(way)
        place = match.end()
    said.append(text[place:])
    places += range(place, len(text))
    return "".join(said), places
