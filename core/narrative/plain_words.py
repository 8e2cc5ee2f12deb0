"""Words that tell without claiming: what a retelling may add to the words of the record.

Nothing that names a finding, a drug, a test, a part of the body, a degree, a judgement, a cause or an advice may stand
here; a word that is neither here nor in the record withholds the sentence.
"""

from __future__ import annotations

from core.narrative.wordings import word_key


def _keys(text: str) -> frozenset[str]:
    return frozenset(word_key(word) for word in text.split())


_PLAIN = """
    inside a an the this that these those it its itself he she him her his hers himself herself they them their theirs
    who whom whose which what where when while and or also too as well of in on at to from by for with into onto upon
    over under around about between through throughout within among per via after before since until till during then
    than so is are was were be been being am has have had having do does did done doing will would can there here now
    currently present presently recent recently already still again just only even however although though but yet
    plus together along besides apart aside both each every any some several all one ones own same patient patients
    person individual man woman boy girl gentleman lady male female child mr mrs ms miss dr year years old aged age
    presents presented presenting presentation attends attended attending attendance comes came come seen see sees
    brought arrived arrival arrives visited visit reviewed review complains complained complaining complaint
    complaints reports reported reporting describes described describing notes noted noting noticed notices states
    stated says said saying tells told mentions mentioned recalls recalled gives gave given gets got getting became
    become becomes becoming went goes go experiences experienced experiencing experience feels felt feeling suffers
    suffered suffering suffer develops developed developing develop occurs occurred occurring began affected affecting
    affects involves involved involving accompanied accompanies accompanying associated association lasts lasted
    lasting keeps kept keeping remains remained remain stays stayed shows showed shown showing reveals revealed
    revealing demonstrates demonstrated demonstrating sign signs symptom symptoms finding findings feature features
    evidence indicates indicated consistent contains contained containing elicited identified detected observed
    recorded documented listed measures measured measuring measurement measurements reads reading read readings value
    values level levels result results count rate score scores test tests tested testing sample examination examined
    exam inspection auscultation imaging investigation investigations laboratory lab labs known diagnosed diagnosis
    condition conditions problem problems disease disorder illness medical background clinical takes take taking taken
    uses use using used receives received receiving treated treatment treating treats medication medications medicine
    medicines drug drugs tablet tablets dose doses dosed regular regularly usual usually prescribed prescription
    prescribes administered followed following follows giving undergoes underwent undergone performed made family
    relative relatives side sided sides number numbers total approximately roughly nearly almost hospital clinic ward
    department team day days week weeks month months hour hours minute minutes time moment once ago lives lived living
    resident responds responded main chief further additional additionally addition moreover furthermore including
    include includes included accumulated totalling amount amounts amounting part parts area region way course mg g
    mcg ug µg μg microgram micrograms milligram milligrams gram grams ml l litre litres unit units iu kg cm mm m metre
    metres mmol mmhg going leave leaves return returned returns returning calling look looked looks looking appear
    appeared appears appearing seem seems seemed grow grew turn turned turns move moves hold holds holding run runs
    begin begins out up down off away bring brings bringing lets live born know knew think thinks thought believe
    believes believed recall remember remembers remembered deny happen happens happened happening ends end ended
    ending completed complete completes completing finish finished spent spend more most much many few fewer little
    lot very quite rather somewhat exactly least it's she's he's he'd she'd they're i we our us my you your against
    amongst towards toward beside beyond despite except instead whether either if else such similarly likewise
    respectively overall generally typically mostly mainly chiefly often always sometimes occasionally commonly
    initially originally subsequently eventually finally afterwards afterward thereafter meanwhile shortly soon later
    today's ever consists consist comprises comprised comprise consisting based related relating regarding respect
    according dated date dates timing times period periods duration story account accounts nature type kind kinds form
    forms sort grade stage class current ongoing existing unknown man's woman's patient's boy's girl's child's
    maintained maintain maintains maintaining single double pair carer carers staff paramedics ambulance midwife nurse
    doctor physician surgeon colleague consultant specialist occupation employed employment lifestyle habit habits
    flat school outside outdoors indoors word words concentration concentrations titre percentage figure figures
    specimen specimens swab study studies report film images image view views slide smear intra pre post site sites
    spot location located localised localized place placed there's where's event events incident incidents origin
    source extra plan plans planned booked scheduled arranged drinks drink drinking drank next material episode
    episodes bout bouts last lately first need needs needed needing require requires required requiring make makes
    making turning whereas longer put puts putting set sets setting stand stands standing stood sit sits sitting lie
    lies lying sleep sleeps sleeping slept climb climbs climbing climbed try tries tried trying help helps spends
    spending continue continues continued continuing contribute contributes fully partly entirely solely alone jointly
    altogether thus hence therefore nor really well-known say aware allow allows allowed allowing wear wears wore
    wearing worn occasion occasions instance instances respective subsequent latest onwards onward whenever wherever
    whichever certain various different another others someone somebody something anything everything nothing near
    nearby close opposite aspect aspects terms totals combined joint share shares shared sharing owns owned owning
    knows knowing call calls called name names named label labelled term termed describe description mention
    mentioning record recording records note noticing notice observe recalling chart letter entry entries
    documentation accompany escort escorted husband's wife's coming attend arrive arriving seek sought seeking ask
    asked asking answer answers answered point points pointed pointing specify consume consumes consumed specified
    state stating person's people persons themselves yourself ourselves manage manages managed managing management
    assess assesses assessed assessing assessment assessments evaluate evaluated evaluation undergo undergoing
    follow-up thank thanks grateful kindly dear sincerely regards opportunity hesitate appreciate pleasure namely
    specifically particular particularly notable notably relevant pertinent aforementioned context light regard case
    fact reason reasons purpose series group range rest remainder detail details information data picture overview
    profile process matter thing things concern concerns proceed proceeded transported conveyed lead leads leading led
    prompt prompted prompting precede precedes preceded preceding coincide coincided coinciding characterised
    characterized characterises exhibit exhibits exhibited exhibiting display displays displayed displaying
    demonstrate yield yielded sustain sustained sustaining obtain obtained encountered audible palpable palpation
    visible evident apparent perceived detect detects discover discovered visualise visualised visualized appreciated
    volume degree degrees infant youngster toddler adult newly beforehand earlier admit admitted admission admissions
    stay therapy therapies regimen treatments could able comparable similar like alike order produce produces
    produced producing effect effects acknowledge acknowledged acknowledges reportedly endorse endorses endorsed
    confide disclosed disclose relate relates rated rates comprising basis provide provided provides providing offer
    offered offers undertake undertaken undertook conduct conducted represent represents represented representing
    belong involve implementation implemented necessitate necessitated necessitating prove proved proven serve served
    serves meet meets met find finds found locate extent manner approach means role subject topic issue issues
    question questions encounter encounters interview consultation consultations circumstances circumstance scenario
    sense extending extend extends extended spanning corresponding correspond corresponds equivalent equal equals
    sized sizes size screening screen screened checked checking panel sampling samples limits limit bounds affirm
    affirmed affirms announce announced articulate articulated ascertain ascertained assert asserted clarify clarified
    conclude concluded corroborate corroborated elaborate elaborated emphasise emphasised enquire inquire enquired
    inquired express expressed expresses expressing narrate narrated outline outlined outlines portray recount
    recounts recounted reiterate remark remarked signify summarise summarised summarized entail entails pertain
    pertaining accordingly consequently reside resides resided residing residence household situated possess possesses
    action step passage statement statements portion component components element elements session phase perspective
    expression directly accurately actually formally incidentally simply necessarily await awaits awaiting awaited
    work works worked working job profession career comorbid comorbidity comorbidities diagnoses impression parameters
    parameter physical observation observations system systems serum plasma biochemistry biochemical radiological
    radiographic radiographically vitals mean meaning inform informs baby supply supplied dispensed schedule conveying
    deal dealt chosen choose selected introduction utilise utilised utilising utilizes employ employs employing apply
    applied applies handover summary document documents documenting interval intervals frequency attributes specifics
    correspondingly presence reach reaches reached reaching upwards downwards
"""
PLAIN = _keys(_PLAIN)
PLAIN_WORDS = frozenset((*_PLAIN.split(), "normally"))  # to the letter: "hospital" has the key of "hospitalised"
# These claim nothing beside the time of a clock, and are a time by themselves elsewhere.
TIMES_OF_DAY = frozenset("morning afternoon evening night".split())
# Of these the record must speak somewhere in the same sentence, and what they deny is everything of its kind.
GENERAL = _keys(
    """
    symptom symptoms sign signs problem problems condition conditions finding findings feature features medication
    medications drug drugs medicine medicines complaint complaints illness disease disorder treatment tests test
    """
)
_SHORT = 3  # letters of what merely connects, at most
_CONNECTING = frozenset(
    "were have hers they them their with from this that there been being does then than also when while patient".split()
)


def speaks(word: str) -> bool:
    """Does a plain word speak of anything, rather than connect?"""
    return len(word) > _SHORT and word.replace(" ", "").isalpha() and word.lower() not in _CONNECTING


PLAIN_ZH = (
    "患者本人 患者 患儿 病人 本人 其 他 她 该 名 位 先生 女士 男性 女性 男 女 岁 为 是 系 "
    "有 患有 患 曾 曾经 目前 现 现在 当时 就诊 来诊 来院 入院时 入院 收入院 急诊 住院 门诊 "
    "因 由于 并 并有 并且 且 也 亦 及 和 与 以及 同时 还 又 伴 伴有 伴随 出现 发生 发生过 "
    "诉 自诉 主诉 表现为 表现 发现 提示 显示 可见 示 查体 检查 体格检查 检验 化验 结果 测得 "
    "测定 使用 服用 应用 口服 给予 予 接受 行 做过 进行 进行了 治疗 药物 药 的 了 在 于 时 "
    "后 前 至 到 从 自 对 类 等 其中 所 被 将 已 已经 过 着 地 得 始于 开始 起 约 大约 "
    "左右 达 共 数 量 值 水平 病史 史 疾病 既往 平时 平素 长期 一直 今 今日 当天 当日 本次 "
    "此次 这 这次 那 每 次 分 一 个 处 侧 方 面 部 上 中 间 内 里 日 天 周 月 年 小时 "
    "分钟 身上 来 去 共有 即 均 情况 症状 体征 此外 另外 另 无法 尚 仍 曾因 因此 而 但 "
    "却 或 家族 家族史 亲属 说 称 述 否认 无 没有 未 不 患者于 主因 表示 描述 诉称 自行 予以 采用 采取 开始 "
    "接诊 收治 转入 家属 代诉 陪同 近期 近 现年 职业 习惯 常规 检测 检出 报告 回报 均 呈 呈现 食物 见 未见 引出 触及 "
    "闻及 可及 探及 得知 了解 认为 符合 属于 原因 状态 过程 期间 之后 之前 随后 继而 相关 存在 具有 遂 故 该患者 据 "
    "根据 依据 结合 仍有 仍然 体检 入室 入院后 到院 来我院 我院 本院 门诊就诊 病程 功能 方面 系统 提及 提到 所致 "
    "目前诊断 初步 经 并经 给药 用药 长期服用 嘱 嘱其 请 请其 已请 听诊 触诊 叩诊 可闻 "
    "排除 排除了 就 再做 都 从事 医院 医生 让 看病 正在 住进 吃 由 自己 "
    "女孩 男孩 女童 男童 孩子 患病时 发病时 终年 享年 分别 分别为 用后 服后 服药后 用药后 做 做了 并用 用 "
    "继续 借助 疗效 肾功能 肝功能 血常规 尿常规 一直"
).split()
