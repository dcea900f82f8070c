"""Words for an account that several people use: places in it, how many they are, who is still sought, families."""

from __future__ import annotations

_PLAN = r"(?:claude|chatgpt|gpt|gemini|grok|supergrok|cursor|max|plus|pro)"
_NUMBER = (
    r"(?:[2-9]|two|three|four|five|dos|tres|cuatro|cinco|dois|três|quatro|zwei|drei|vier|fünf|deux|trois"
    r"|quatre|cinq|due|tre|quattro|dwie|trzy|cztery)"
)

SHARING: tuple[str, ...] = (
    rf"[二两三四五六2-6]\s?人[,(]?\s?(?:已|还差|差|缺|满)[一二两三四五0-9]|[0-9]\s?(?:元|块|r|刀)?\s?/\s?(?:每)?人\s?/?\s?月|[0-9]\s?/\s?月\s?\([2-9]\s?人\)|{_PLAN}\s?(?:20x|5x)?\s?(?:共享|合用|共用)|(?:上车|发车|开车)[^\n]{{0,16}}[二两三四五六2-6]\s?人|[二两三四五六2-6]\s?人\s?(?:上车|发车|开车)",
    rf"\b(?:seek|need|looking for|want)\w* (?:{_NUMBER} |one |[1-9] )?(?:more |other )?(?:people|persons?|ppl|others|users|members) (?:to (?:share|split|chip in|join)|for (?:a |my |our )?(?:{_PLAN}|shared))|\b(?:split|share)\w* (?:the )?(?:cost|bill|price)|\b{_NUMBER} of us\b|\b(?:join|added?|adding|invited?|invitation)\b[^\n.]{{0,20}}\bfamily\b|\bfamily (?:invite|slot|seat|group|member|shar)\w*|\bby family (?:link|invite)",
    rf"\b(?:insgesamt|max\.?|maximal|mit|zu) {_NUMBER} (?:nutzer|leute|person|mitnutzer)\w*|\b(?:platz|plätze|slots?) (?:in|auf|bei) (?:meinem?|unserem?|einem) (?:{_PLAN}|account|konto)|\bmitnutzer|\bzu (?:zweit|dritt|viert|fünft)\b|\bpro platz\b|\bfamilien(?:gruppe|abo|plan|einladung)",
    rf"\b(?:plazas?|huecos?|lugar(?:es)?|vagas?) (?:en|no|na|em|para) (?:mi |un |una |meu |minha |um |uma |el |la )?(?:cuenta|conta|(?:claude |chatgpt |gpt )?(?:max|plus|pro)\b)|\bsomos (?:em )?{_NUMBER}\b|\bentre {_NUMBER} (?:personas|pessoas|amigos)|\b(?:busco|procuro|faltam?|faltan) (?:a |mais |otros? |más )?{_NUMBER} (?:personas|pessoas|más|mais)|\b(?:grupo|plan|plano) (?:familiar|família|de família)",
    rf"\bplaces? (?:dans|sur) (?:mon|notre|un|le) (?:compte|abonnement|{_PLAN})|\b(?:on est|nous sommes) (?:à )?{_NUMBER}\b|\bà {_NUMBER} (?:personnes|sur)|\bpartag\w+ (?:à|entre) {_NUMBER}|\b(?:cherche|manque) (?:encore )?(?:{_NUMBER}|une?) (?:personnes?|co-?abonn\w+)|\bco-?abonn|\bpost[oi] (?:in|su|nel) (?:un |mio |nostro )?(?:account|abbonamento|{_PLAN})|\bsiamo in {_NUMBER}|\bmax {_NUMBER} persone|\b(?:diviso|diviso in|in) {_NUMBER} persone|\bpar personne et par mois",
    rf"\bna {_NUMBER} os(?:oby|ób)|\bna spółkę|\bdla {_NUMBER} osób|\bszukam {_NUMBER} os(?:oby|ób)|\bskładk\w+ na|\bortak kullan|\bkişi başı|\b[2-9] kişi (?:arıyor|aranıyor|daha|lazım)|\bkişiyle (?:ortak|böl)|\baile (?:grubu|planı|daveti)",
    r"скинуться|скинутис|скинемос|скидыва(?:емся|ться)|(?:нас|всего) (?:будет|буде)? ?(?:двое|трое|четверо|двоє|троє|четверо)\b|(?:ищу|шукаю|нужны|треба) (?:ещ[её] |ще )?(?:двух|двоих|тр[её]х|троих|двох|трьох|одного|[1-4])\b[^\n.]{0,24}(?:чтоб|щоб|на|в дол|для|человек|людей|учасник|участник)|(?:делит|ділит|ділим|поділ|разделит)\w* (?:claude|chatgpt|gpt|max|plus|подписк|підписк)|семейн\w+ (?:групп|подписк|доступ|план)|сімейн\w+ (?:груп|підписк)|в семью\b",
    r"(?:vào|join|mời) (?:nhóm )?(?:fam\b|family|gia đình)|slot (?:fam\b|family|gia đình)|góp (?:chung|tiền) [^\n.]{0,12}(?:claude|gpt|acc)|mỗi người \d+k|(?:join|slot|via|masuk) (?:fam|famplan|family)\b|per kepala|per orang|iuran bareng",
    r"[2-9]\s?人(?:用|共用|利用|まで)|ファミリー(?:共有|プラン|枠|招待)|[2-9]名で|残り\s?[1-9]\s?枠|가족 ?(?:공유|요금제|그룹|초대)|[2-9]명(?:이서|이|이 같이)?\s?(?:쉐어|공유|나눠|분담|같이)|[2-9]인 ?(?:공유|쉐어)|인당 [0-9]",
    r"แฟมิลี่|แฟม\b|หารกัน|หารค่า|คนละ\s?[0-9]+|(?:[2-9]|ثلاثة|أربعة|خمسة) (?:أشخاص|مستخدمين|اشخاص)|عائلي|العائلة|(?:سه|دو|چهار|پنج|[2-9])\s?نفره|فمیلی|[2-9] log (?:mil|me|share)|mil(?:ke|kar) (?:le|share|kharid)|शेयर(?:िंग|्ड)? (?:अकाउंट|प्लान)",
)
"""Patterns, each a group of languages."""
