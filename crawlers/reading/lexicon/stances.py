"""How those speak who have nothing to sell: buyers, askers, peers, judges of a market. RE2's syntax, no look-around.

A word alone rarely tells: sellers speak of prices, bans and friends too. What tells is who does what: 我同事买的,
`the seller ghosted`, 你们用哪家. The text is plain and in lower case, traditional characters made simple.
"""

from __future__ import annotations

_GAP = r"[^,，、。;!?\n]"
_PART = r"[^.,;!?\n]"
_WHEN = r"(?:昨[天晚]|前天|今天|上周|上个?月|前几天|去年|之前|刚刚?|当时|那天|最近|年初|上半年)"
_ONE_OF_US = r"(?:同事|朋友|室友|同学|群友|网友|舍友|哥们|群里有人|有个人|有人)"
_DEALER = r"(?:卖家|商家|店家|店主|对方|中介|号商|号贩子|那人)"

_PAID = (
    rf"我(?:[^们家店站这边,，、。;!?\n]{_GAP}{{0,5}})?(?:(?:买|花|下单|入手|租|拼|冲|试|续)(?:了|过|的)|付[了过])",
    rf"我(?:也|就|个人)?(?:在|用着|还在|正在)(?:用|付|订|跑){_GAP}{{0,12}}",
    rf"{_WHEN}{_GAP}{{0,8}}(?:买|花|下单|入手|付|租|问|看到|刷到|蹲到|听说|被封|掉)(?:了|过|的|到)?{_GAP}{{0,14}}(?:[0-9]|号|站|店|家|单|客服|卖)",
    rf"花了?\s?[0-9.]+{_GAP}{{0,6}}(?:买|开|充|入|租|拼|办|上)(?:的|了|过|个)",
    rf"{_ONE_OF_US}(?:刚|昨天|上周|上个?月|去年|之前|也|还|就|都|在)?{_GAP}{{0,8}}(?:买|花|充|被|说|讲|卖|挂|出价|推荐我)",
    rf"{_DEALER}{_GAP}{{0,6}}(?:说|称|拉黑|跑路?|失联|不回|不理|已读|没回|没影|告诉|保证|承诺|推脱|装死|消失)",
    r"已读不回|把我拉黑|直接拉黑|人就?没影|人就?消失|就没下文|不了了之|退款到账|已退款|收到退款|申请退款了",
    r"买家(?:评价|留言|秀|评论)|追评|给个?差评|下次还来|还会回购|会回购|已回购|★{3,}",
    rf"(?:下单|买|充|付款?)(?:了|的){_GAP}{{0,20}}(?:还没|没有?|未|一直没|迟迟){_GAP}{{0,4}}(?:发货|到账|回复|处理|收到|给)",
    r"麻烦(?:处理|查|看)一下|帮(?:我|忙)(?:查|看|处理)一?下",
    rf"(?:说好|挂着?|号称){_GAP}{{0,10}}(?:实际|结果|其实|却){_GAP}{{0,8}}(?:扣|按|是|收)",
    r"\bi(?:'ve| have|'d| had)? (?:just |already |recently |also |once |only |never |personally |then )?(?:bought|paid|purchased|used|tried|lost|ordered|topped|subscribed|spent|saw|noticed|confirmed|asked|signed up|split|cancell?ed|measured)\b",
    r"\bgot (?:banned|scammed|burned|burnt|ripped|suspended|refunded|locked|screwed)\b|\bgetting (?:billed|charged)\b|\bi'?m (?:billed|charged|paying)\b",
    r"\bwe (?:pay|paid|spend|spent|bought|compared|tracked|measured|cancell?ed|analy[sz]ed|surveyed|interviewed|found)\b",
    r"\b(?:the|this|that|a|some|one|these|those|his|their|my) (?:seller|vendor|shop|guy|reseller|site|store|relay|bot|middleman)s? (?:just |then |never |now |simply |silently )?(?:said|told|sold|claims?|claimed|ghosted|blocked|vanished|promised|refused|refunded|logs|stopped|disappeared|went|swore|insisted|banned|kept|changed|raised)",
    r"\b(?:seller|vendor|support|admin|owner)s? (?:ghosted|blocked|vanished|disappeared|stopped|won't|doesn't|didn't|isn't|is silent|went|refuses|refused|ignores|ignored)",
    r"\bmy (?:co-?worker|colleague|friend|roommate|boss|order|refund|money|chargeback|bill|invoice|spend|costs?)\b",
    r"\b(?:chargeback|dispute) (?:filed|won|lost|opened|pending)|\bnot renewing\b|\bwould(?:n't| not) buy\b|\bnever again\b|\bwork(?:s|ed) as described\b|\bfive stars\b|\b[1-5] stars?\b",
    r"\border #? ?[0-9]{3,}|\bstatus: (?:refunded|completed|pending|disputed|cancell?ed)",
    rf"(?:^|[^\pL])(?:купила?|взяла?|брала?|заказала?|оплатила?|перев[её]л) {_PART}{{0,30}}(?:через|за|у) |(?:слетел|отвалил|забанил|кинул|пропал|не отвечает|молчит|тишина|не советую|не рекомендую)",
    rf"(?:^|[^\pL])(?:купив|купила|взяв|замовив) {_PART}{{0,30}}(?:за|у) |продавець (?:зник|мовчить|не відповідає)",
    rf"ich habe{_PART}{{0,40}}(?:gekauft|bezahlt|verloren|bestellt)|wurde (?:gesperrt|gebannt)|verkäufer (?:antwortet|meldet|ist weg)",
    r"\bcompré|\bpagué|me (?:banearon|bloquearon|estafaron|timaron|cobraron)|vendedor (?:desapareció|no responde|sumiu|não responde)|\bcomprei\b|\bpaguei\b|fui (?:enganad|banid)",
    r"j'ai (?:acheté|payé|perdu|pris)|vendeur (?:a disparu|ne répond)|\bho (?:comprato|pagato|perso|preso)\b|venditore (?:è sparito|non risponde)",
    rf"aldım{_PART}{{0,30}}(?:gün|hafta|sonra)|hesab\w*{_PART}{{0,12}}kapandı|satıcı (?:kayboldu|cevap)|kupiłe?am?\b|zapłacił|sprzedawca (?:zniknął|nie odpisuje)",
    rf"(?:mình|em|tôi) (?:mua|bị|lỡ|đã mua)|(?:gue|gw|saya|aku) (?:beli|bayar|kemarin|ketipu)|penjualnya (?:hilang|kabur)|akunnya (?:mati|kena)|मैंने{_PART}{{0,30}}(?:लिया|खरीदा)|बंद हो गया",
    rf"買った(?:けど|ら|のに)|샀(?:는데|다가|더니)|정지 ?(?:당|됐|먹)|اشتريت{_PART}{{0,30}}(?:وقف|اتقفل|توقف)|خریدم{_PART}{{0,30}}(?:بسته|پرید)|โดน(?:แบน|โกง|บล็อก)|คนขาย(?:หาย|บล็อก|เงียบ)",
)

_SPENT = (
    r"^(?:bought|paid|got|tried|tested|ordered|used|received|lost) |\blesson learned\b|\bresells? nothing\b|\bwe (?:just |only )?pass through\b",
    r"您购买的|订单尾号|已为您|实付\s?[0-9.]+\s?[元)]|未发货|请勿(?:再)?付款|多名(?:群友|网友|用户|买家|受害)",
    r"来?反馈(?:一?下|了)|用了?(?:快|有)?[一两半几0-9]个?[多]?(?:天|周|月|年)(?:了|来|下来|左右,)|回来(?:反馈|更新|评价)|最后(?:我)?选",
    r"\b(?:buyer|customer|user|client)s? (?:paid|reports?|reported|said|claims?|claimed|complain|received)\b|\brefund issued\b|\bstopped working after\b",
    r"сравнил|протестировал|фикция|契約してい|迷って|噂が?あ|^review\b|dùng được[^\n]{0,12}(?:thì|là)|không rep|pengalaman beli|\bhe probado\b",
    r"记账|(?:这个?月|本月|上个?月|今年)[^\n]{0,12}(?:开销|花销|支出|花费)|(?:一共|总共|合计|加起来)(?:差不多|大概|大约|约|快)?(?:花|是|要)?了?\s?[0-9]",
    r"\b(?:billed|charged|sold|sent|quoted|gave|promised|refunded|offered|told) us\b|^(?:how|why) (?:we|i) \w+|\bi (?:now|only|still) (?:pay|use)\b|\bwe now (?:pay|use)\b",
    r"\b(?:bill|costs?|spend) (?:dropped|fell|went|doubled|halved)\b|\bmy (?:monthly |total )?(?:spend|spending|expenses|setup|stack)\b|\bcosts? me\b|\bcost me\b|\bset me back\b|\bout of pocket\b",
)

_ASKS = (
    rf"谁家{_GAP}{{0,24}}(?:便宜|稳|靠谱|好用|实惠)|帮(?:朋友|同事|公司|人)问",
    rf"(?:大家|各位|佬友们?|大佬们?|老哥们?|兄弟们?|坛友们?|诸位){_GAP}{{0,6}}(?:都用|都在用|觉得|怎么[看选想弄办]|有没有|有用过|指点|推荐|平时|一般用|现在用)",
    rf"(?:你们|楼主){_GAP}{{0,6}}(?:觉得|怎么|那边|呢|有没有|说的|这个?价|都用|都怎么)",
    r"有(?:没有)?(?:人|佬|大佬|老哥|哪位|谁|兄弟|朋友)(?:们)?(?:也)?(?:用|买|试|入|上|踩|知道|了解|能|算|测|实操|遇到|体验)过?",
    r"(?:求|请)(?:推荐|指点|解答|解惑|教|问|大佬|避雷|科普|分析)",
    r"靠谱[吗么不嘛]|靠不靠谱|稳不稳|退群了|天天[^,，。\n]{0,6}喊|稳[吗么不嘛][?,，。\s]|真的假的|值得?[吗么不嘛](?:[?,，。\s]|$)|划算[吗么不嘛?]|哪个(?:更)?(?:划算|好|合适|便宜|稳)|该(?:选|买)哪|选哪(?:个|家)|是不是(?:被|骗|假|黑|正常|真)|正常吗|合理吗|能用吗|行得通|可行吗|怎么(?:变|还|就|会|又|突然)",
    r"(?:为什么|为啥|凭什么|什么原因|怎么回事|什么情况|怎么做到)[^,，、。;!?\n选我们本]{0,30}\?",
    r"这(?:个)?价(?:格)?(?:不对|正常|离谱|真|可能|是真)|要不要(?:入|买|上|冲)|还能(?:买|入|用|冲)吗|(?:想|打算|准备|考虑|纠结)(?:着)?(?:入|买|开|上车|换|冲|整)",
    r"\b(?:anyone|anybody) (?:here |else |know|have|has|had|tried|using|used|bought|buy|got|ever|still|seen|with|actually|tested)",
    r"\b(?:is|are|was) (?:it|this|that|there|they|these|those) (?:\w+ ){0,2}(?:legit|normal|real|worth|a scam|scam|stolen|carded|true)\b",
    r"\bwhat(?:'s| do| does| are| is) (?:you|everyone|people|y'all|the catch|the (?:best|cheapest|difference))\b|\bdo you (?:guys|all)\b|\byour experience\b|\bthoughts\?|\blegit\?|\bworth it\?",
    r"\b(?:how|why) (?:do|does|did|can|is|are|come) (?:a |an |the |these |those |they |some |resellers?|sellers?|people|relays?)",
    r"\bshould i\b|\bcan (?:someone|anyone|anybody)\b|\bdoes (?:anyone|anybody)\b|\bhas any(?:one|body)\b|\bam i (?:missing|being|the only)\b",
    r"(?:кто|кто-нибудь|кто-то|есть кто)[ -](?:\pL+ )?(?:брал|покупал|пользовал|знает|пробовал|в курсе)|стоит ли|(?:как|что) думаете|долго жив[уеё]т|насколько безопасно|это нормально|норм\?|где (?:лучше|дешевле|берёте|берете|покупаете)",
    r"хтось (?:купував|брав|користується|знає)|чи варто|(?:czy ktoś|ktoś) (?:kupował|brał|korzysta|wie)|czy to (?:bezpieczne|legalne)",
    rf"(?:có ai|ai đã|ai từng|bác nào|mọi người){_PART}{{0,30}}(?:mua|dùng|thử|biết|chưa|không)|uy tín không|có bị khóa|có nên",
    rf"(?:ada yang|ada yg|siapa yang|kalian){_PART}{{0,20}}(?:pernah|beli|pakai|pake|langganan|tau|tahu)|aman (?:nggak|ngga|gak|ga|tidak|kah)",
    r"hat (?:jemand|wer|einer)\b|erfahrung(?:en)? mit|seriös\?|lohnt sich das|ist das (?:legal|sicher|normal|seriös)",
    r"alguien (?:ha|sabe|usa|compr|prob)|os (?:duró|ha durado)|es (?:seguro|fiable|legal|una estafa)\?|alguém (?:já|aqui|comprou|usa|sabe)|é (?:seguro|confiável|golpe)\?",
    r"quelqu'un (?:a|ici|sait|utilise)|c'est (?:fiable|légal|sûr|normal)|qualcuno (?:ha|sa|usa|qui)|è (?:sicuro|affidabile|legale)\?",
    r"(?:alan|kullanan|deneyen) (?:oldu|var) m[ıi]|güvenilir mi|mantıklı m[ıi]",
    r"(?:大丈夫|怪しい|本物|安全|詐欺|お得|妥当)(?:な(?:の|やつ|ん)?)?(?:です|でしょう|だろう)?か?\?|出てた(?:けど|んだ)|(?:買った|使ってる|使った)(?:人|方)|どうなん",
    r"(?:사|써|구매해|이용해) ?(?:보신|본|봤)|계신가요|괜찮(?:나요|을까요|은가요)|안전한가요",
    r"حد (?:جرب|يعرف|اشترى)|مضمون ولا|کسی (?:خریده|استفاده|می)|มีใคร|ใครเคย|ปลอดภัยไหม|किसी ने|सुरक्षित है",
)

_BUYS = (
    r"(?:需要|急需|想要)\s?[0-9]+\s?个[^,，。\n]{0,20}(?:号|席|位|key)|报个价|报价给我|有渠道的(?:老板|来|联系|滴|私)",
    r"(?:^|[\n\[【(,，。:\s])(?:本人|个人|诚心?|现金?|高价|长期|大量|有偿|急|常年|工作室|再)*(?:求购|收购|求收|回收|求租|求拼|求带|蹲一|蹲个|跪求|征求|诚求)",
    rf"(?:长期|大量|诚心|高价|现金|有偿|常年|急)(?:收|求){_GAP}{{0,14}}(?:号|账号|帐号|余额|额度|卡|位|key|plus|pro|max|claude|gpt|渠道|货源)",
    r"(?:^|[\n\[【(])(?:收|求|蹲|寻|征)\s?(?:一?个|几个|些|批|点|量)?\s?(?:claude|gpt|chatgpt|plus|pro|max|gemini|codex|grok|cursor|team|号|账号|余额|车位|拼车|稳定|靠谱)",
    r"预算\s?(?:是|在|大概|约)?\s?[0-9]|[0-9]\s?(?:元|块|刀|r)?(?:以内|以下)(?:收|求|的来|可接受|能接受)|出到\s?[0-9]",
    r"^\[b\]|\bwtb\b|(?:^|\n|, |\bi'm |\bam )paying (?:up to )?(?:[$€£]|[0-9])|\bwill pay\b|\bmy budget\b|\bbudget(?: is|:)? ?(?:up to )?[$€£0-9]|\bhappy to pay\b|\bbuying (?:in bulk|accounts?|aged|used|claude|chatgpt|gpt)|\blooking (?:for|to buy)\b[^.?!\n]{0,80}(?:[.!\n]|$)",
)

_JUDGES = (
    rf"(?:统计|汇总|整理|调研|收集|爬)了?{_GAP}{{0,8}}(?:[0-9]+\s?(?:家|个|款|条)|价格|倍率|数据)|中位数|平均(?:值|价|倍率|[0-9])|原始数据|均值",
    rf"拆解一?下|算(?:了)?一?笔账|记一次|(?:我的|本月|上月)账单|对过账|测(?:了|下来|过|完){_GAP}{{0,10}}(?:花|扣|用|[0-9])|回本\s?[0-9]|比月付|一年下来|每月给{_GAP}{{0,20}}付",
    rf"(?:禁止|严禁|不得|不允许|请勿|禁发){_GAP}{{0,8}}(?:发布|发广告|交易信息|买卖|售卖账号|倒卖)|违者{_GAP}{{0,6}}(?:踢|禁言|移出|删|封群)|踢出|移出群|群规|版规|删帖",
    r"招聘|底薪|月薪|薪资|发?简历|岗位|面试|\bhiring\b|\bsalary\b|\$[0-9]+/(?:hour|hr)\b|\bjob opening\b|\bresume\b",
    rf"抽\s?{_GAP}{{0,4}}[0-9一二两三四五六七八九十]+\s?(?:位|名|个|人|份)|开奖|中奖|\bgiveaway\b|\braffle\b|\bto enter\b|\bwinners?\b",
    rf"(?:已被|被)(?:警方|公安|行政处罚|起诉|判|拘留|刑拘|逮捕)|盗刷|收购{_GAP}{{0,6}}手机号|记者|警方",
    r"\b(?:median|average) (?:ask|price|listing|cost)|\blistings? (?:of|for|were|offering|tracked)|\bour (?:study|survey|analysis|report|data)\b|\bshort answer\b|\blong answer\b|\bhere'?s how (?:it|they|resellers)\b|\bexplained\b",
    r"(?:^|\n)[-*·•\s]*(?:修复|fix(?:ed|es)?\b|bump|feat\b|refactor|v?[0-9]+\.[0-9]+\.[0-9]+\s?[:：])|^#* ?(?:changelog|release notes|what's new|更新日志|版本日志)",
    r"(?:已|共)封(?:禁|停)?了?\s?[0-9]+\s?个|禁止转[售卖]|再说一遍|再次重申|\bwe (?:have )?(?:disabled|banned|suspended|terminated|seized)\b",
    r"\b(?:was|were|being|get|got) (?:being |openly |later |then |mostly )?(?:re)?sold\b|\bchang(?:e|ed|es|ing) hands\b",
    r"\b(?:fell|rose|slid|climbed|slipped|surged|plunged)\b|(?:同比|环比)|(?:下跌|上涨|涨幅|跌幅|下滑)(?:了|约)?\s?[0-9.]+\s?%|\b(?:quarterly|weekly|monthly|price) (?:index|report|survey)\b|\bannex\b",
    r"\bnot authori[sz]ed\b|\bforward (?:it|them) to\b|\bif (?:a|any|someone|somebody)[^.\n]{0,24}(?:deal|offers?|sells?|contacts?)|\bcan be revoked\b",
    r"转述|直播里|的说法|听来的|道听途说|据(?:了解|说法|网友)|(?:有|某)(?:些|个|位)?(?:用户|网友|买家)[^,，。\n]{0,20}(?:转卖|倒卖|挂到|反映|投诉|举报)",
    r"se (?:négocient|vendent|revendent|monnayent)|s'échangent|les vendeurs|notre enquête|selon nos|se (?:venden|revenden|ofrecen)|los vendedores|según nuestr|(?:são|eram) (?:vendid|revendid|oferecid)|os vendedores|si vendono|i venditori|werden[^.\n]{0,40}(?:angeboten|verkauft|gehandelt)|die (?:verkäufer|händler)",
    r"продавцы|перекупщики|продавці|sprzedawcy|satıcılar|được rao bán|người bán|para penjual|で売られ|取引され|売買され|판매되|거래되|팔리고|البائعون|فروشندگان",
    r"разбор[:.]|(?:^|[^\pL])почему |на этом зараб|cảnh báo|mọi người né|nhận tiền xong",
    r"价格变化|记录一下|警示|\bmods:|\bplease pin\b|\bis not affiliated\b|\bnot affiliated,|\bwould have been\b|\b(?:post|get|put|curl) /|\bbenchmark",
    r"^比价|货比三家|横评|对比一下|(?:如何|怎么|怎样)(?:辨别|分辨|判断|识别|鉴别|挑选)|(?:买号|小白|入坑|买前|新手)必看|避坑指南|什么是倍率",
    r"复盘|流水\s?[0-9]|月流水|(?:月|年|周|天)净?赚|暴利|截图流出|(?:自|从)[^,，。\n]{0,12}起[^,，。\n]{0,16}(?:封禁|封号处理|处罚|追究)|工单\s?#|用户称|分析师|专家(?:认为|表示|称)|业内(?:人士)?|网信办|通报",
    r"\ba\s?(?:站|家|店|平台)[^\n]{0,60}\bb\s?(?:站|家|店|平台)|\b(?:relay|shop|seller|vendor|site|store|provider) a\b[^\n]{0,80}\bb\b",
    r"\bbounty\b|\bfeature request\b|\bto whoever\b|\bjust swap\b|\bno money\b|\bfree course\b|\bclass action\b|\bama\b|\btil\b|互换|面试题|提问模板|求助[,，:：]",
    r"\b(?:psa|reported|avoid this|stay away|don't trust|do not trust|don't buy|never buy|dead session)\b",
    r"\bwill be removed\b|\bare not allowed\b|\brepeat (?:sellers|offenders)\b|\blose their\b|\bfinance (?:asks|wants)\b",
)

_ENDED = (
    r"^[^\na-z0-9]{0,14}(?:已售罄|售罄|已出|已转出?|已成交|已售出?|出掉了|卖完|已结束|结束|已截止|已停售|已下架|已关闭|sold out|closed|ended|expired)[^\na-z0-9]{0,16}(?:\n|】|$)",
    r"不再(?:补货|接单|销售|出售|上架|续费|做了)|群解散|以后不做|已关站|关站公告|停止(?:运营|服务|营业)|已停运|活动(?:页)?已(?:关闭|结束|截止)|no longer (?:sell|selling|available|offer|operat)|shutting down|closing down|winding down|закрываемся|больше не прода|đã ngừng bán|sudah tutup|ya no vend|ne vendons plus|販売終了|판매 ?종료",
)

_VOICES = (
    r"体感|钱都是自己(?:充|花)|换着用了|挨个(?:试|测)|(?:下个月|以后)(?:估计|打算|准备)?(?:只|就)?(?:留|续)[^\n]{0,6}家|免得被说打广告|不留链接",
    r"不愿(?:具名|透露)|匿名(?:站长|卖家|人士)|给我们算过|他(?:同时|还)?(?:承认|坦言|透露)|受访|知情人|毛利",
    r"相談が|消費者センター|生活センター|うたう|注意喚起|소비자원|피해 ?(?:상담|접수)|민원이",
    r"hỏi ngu|cho em hỏi|hỏi chút|có phải[^\n]{0,30}không (?:ạ|mọi người)|mọi người cho hỏi",
    r"(?:verbraucherzentrale|consumer (?:agency|watchdog)|levantamento|pesquisa mostra|enquête|encuesta)\b",
)

_RECOUNTS = (
    r"gestohlen|\bgestolen\b|\brobad[oa]s?\b|\broubad[oa]s?\b|\bvolée?s?\b|\brubat[oiae]\b|ukradzion|краден|çalıntı|\bcurian\b|đánh cắp|مسروق|دزدیده|盗まれ|도난|ขโมย|\b(?:a|of|are|were|be|using|with) (?:likely |often |probably )?stolen\b",
    r"muss damit rechnen|\bwer [^.\n]{0,40}(?:kauft|bucht|zahlt)\b|\b(?:quien|quem) compra|\b(?:celui|ceux) qui achèt|\bchi compra\b|\bkto kupuje\b|\bwie [^.\n]{0,30}koopt\b|кто покупает|(?:me parece|acho|trouve|finde|trovo|vind) [^.\n]{0,8}(?:caro|barato|cher|teuer|duur)|consumentenbond|stiftung warentest|altroconsumo|que choisir|\bprocon\b",
    r"\b(?:defendants?|indictment|prosecutors?|plaintiffs?|court|lawsuit|allegedly|alleged|investigators?|researchers?|regulators?|journalists?)\b",
    r"\b(?:listings?|shops?|sellers?|vendors?|resellers?|accounts?|relays?|posts?|ads?),? (?:since removed|offered|charged|advertised|listed|went|disappeared|vanished|asked|counted|cost|sold|claimed|promised|used to)\b",
    r"\bprice (?:history|tracker|chart|watch)\b|\b(?:today|now) the same\b|\bcould still get\b|\bgoing rate\b|\bif you see\b|\bask yourself\b|\bcost breakdown\b|\bi (?:calculated|computed|worked out|figured|did the)\b|\banalysts?\b",
    r"\bplease stop\b|\brule [0-9]+\b|\bno (?:trading|selling|soliciting)\b|\bagainst (?:the|our|their|\w+'s) (?:terms|rules|tos|policy)\b|\bcottage industry\b",
    r"\bthe math\b|\bdo the math\b|\bback of (?:the|an) envelope\b|\badds up to\b|\bworks out to\b|\bbreaks? even\b|\bour (?:finance|security|legal|procurement) team\b|\bwe moved\b",
    r"\bwhy is (?:everyone|everybody|anyone|nobody|it|this|there)\b|\bsteps(?: to reproduce)?:|\bexpected (?:behaviou?r|result)\b|\bactual (?:behaviou?r|result)\b|\b(?:merged|closes|fixes|resolves) #?[0-9]+|^(?:bug|issue|feature request|rfc|docs?|question|discussion|poll|meta)\b ?[:\]]",
    r"\bsaid (?:on|in|that|the|it|mr|ms)\b|\b(?:spokes(?:person|man|woman)|told (?:reporters|the)|in a (?:statement|blog post|filing|press release))\b",
)

_HINTS = (
    r"值班时间|impost[eo]rs?|impersonat|using our name|there is no '|某(?:大厂|公司|厂|高校|大学|男子|女子)",
    r"(?:^|[^比])(?:某|那|这)(?:家|个?(?:站|店|平台|中转|卖家|商家|群|频道))|某(?:鱼|宝|多|书|站|平台|中转|店)|(?:他|她|它)们?家|号贩子|二道贩子|倒爷",
    rf"(?:或将|听说|据说|传闻|传言|网传){_GAP}{{0,16}}(?:涨|跌|上调|下调|封|停|到\s?[0-9])",
    r"一路(?:涨|跌|降|升)|涨得离谱|太贵|有点贵|真便宜|血亏|血赚|打水漂|算了|果断|劝退|被坑|智商税|割韭菜|坑人",
    rf"(?:期间|届时){_GAP}{{0,20}}(?:不可用|无法|暂停|中断)|停机|系统维护|例行维护",
    r"\bincluding vat\b|\bresets every\b|\b(?:costs|is priced at|will cost|will be) [$€£][0-9]",
    r"教程如下|完整教程|步骤[:如]|仅为示例|仅供(?:学习|参考)|手抄|我不卖|别来问我",
)

_TOLD = (
    r"[了啊吧呢呗哈吗嘛][。!?~]*\s*$",
    r"[0-9]\s?(?:块钱?|元|刀|美元|美金|r)\s?(?:买|开|拼|收)?的[^\s,，。)）]|[0-9]\s?(?:块|元|刀)?(?:永久|月抛|一个月)?的(?:号|plus|pro|max|claude|gpt|成品|账号|车|卡|站|渠道|价)",
    r"有人|别人|人家|他们|她们|这种|那种|这些人|听[^,，。\n]{0,6}(?:说|讲)|(?:以前|原先|早些时候|曾经)",
    r"(?:买|问|喊|进价|报价|听说|看到)(?:到|了|过|的|是|还是|都是)?\s?[0-9.]+",
    r"\bthat\b|\bwhich\b|\bwho\b|\bapiece\b",
    r"\bthem\b|\bthey\b|\btheir\b|\bhe\b|\bshe\b|\bhis\b|\bher\b",
    r"\bwhat\b|\bhow\b|\bwhy\b|\bwhether\b",
    r"\b(?:would|could|might|should)\b|\b(?:was|were|had|did)\b",
    r"\blooking back\b|\bused to (?:cost|be|go|sell|pay)\b|\b(?:back then|at the time|in hindsight|years? ago|months? ago|last (?:week|month|year|spring|summer|autumn|fall|winter))\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\baccording to\b",
    r"\b(?:because|although|though|while|but|so that)\b",
)
"""Words of whole sentences: an advertisement does without most of them."""

STANCES: dict[str, tuple[int, tuple[str, ...]]] = {
    "paid": (6, (*_PAID, *_SPENT)),
    "ended": (8, _ENDED),
    "asks": (5, _ASKS),
    "buys": (12, _BUYS),
    "judges": (5, _JUDGES),
    "voices": (6, _VOICES),
    "recounts": (5, _RECOUNTS),
    "hints": (3, _HINTS),
    "told": (2, _TOLD),
}
"""Stance -> what each of its patterns weighs against a sale, and the patterns."""
