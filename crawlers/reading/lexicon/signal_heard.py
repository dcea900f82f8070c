"""The same signals as private sellers, complaints and news say them in passing; joined to `signal_pages`."""

from __future__ import annotations

_OTHER = r"(?:glm|qwen|deepseek|kimi|minimax|haiku|llama|mistral|gpt-?[345]\S{0,4}mini)"
_ORDINAL = r"(?:2nd|second|3rd|third|4th|fourth|5th|fifth)"

HEARD: dict[str, tuple[str, ...]] = {
    "ban_wave": (
        r"\bpools? (?:has |have )?(?:shrank|shrunk|collapsed|halved|dropped|went|fell)[^\n.]{0,12}(?: from| to)? [0-9]|['\"‘’“”](?:this )?(?:organi[sz]ation|account|workspace) (?:has been |was |is )?(?:disabled|suspended|banned|deactivated)['\"‘’“”]",
        r"\b(?:éditeur|fournisseur|openai|anthropic|google)[^\n.]{0,12}(?:ferme|suspend|bloque|désactive|bannit) (?:ces|les|ses|des) (?:comptes|abonnements)|\b(?:anbieter|hersteller|openai|anthropic) (?:sperrt|schließt|kündigt) (?:diese|solche|die) (?:konten|accounts)|\b(?:openai|anthropic|proveedor|fabricante) (?:cierra|bloquea|suspende) (?:esas|estas|las|esses|estas) (?:cuentas|contas)",
    ),
    "shared_account": (
        rf"\bshared [2-9](?:[- ]|\b)?way|\beveryone (?:gets |has )?(?:1/[2-9]|a (?:third|quarter|fifth|half)) of (?:the )?(?:quota|limits?|usage)|\bwe['’]?(?:re| are) (?:[2-9]|two|three|four) (?:\w+ )?(?:on|in|using) (?:one|a|the same)\b|\blooking for an? {_ORDINAL}\b",
        r"\bsammel(?:konto|konten|account|accounts|abo|abos)|\b(?:zweier|dreier|vierer|fünfer|sechser|abo|account)-?wg\b|\bpro nase\b|\b(?:limits?|kosten|quota) (?:teilen|werden) (?:wir|gleichmäßig)",
        r"\brateio\b|\bvaquinha\b|\b[2-9] vagas\b[^\n]{0,24}\bcada\b|\bse reparte entre\b|\b(?:colocation|partage) d['’](?:abo|compte|abonnement)",
        r"(?:общ|совместн)\w+ (?:аккаунт|акк|подписк)|\b[2-9] человека?\b[^\n.]{0,24}с каждого|с каждого в месяц",
    ),
    "model_substitution": (
        rf"\banswered (?:by|with) {_OTHER}|\b(?:requests?|calls?|prompts?)\b[^\n.]{{0,30}}\b(?:answered|handled|fulfilled|served) (?:by|with) (?:a )?(?:cheaper|smaller|weaker|different|{_OTHER})|\banswers? (?:opus|claude|sonnet|gpt)\S* (?:calls|requests|prompts) with (?:a )?(?:cheaper|smaller|weaker|different|{_OTHER})",
        r"(?:号称|标着|说是|写着)\s?(?:claude|opus|sonnet|gpt|满血)[^\n。]{0,24}(?:自己是|自称|其实是|实际是|居然是|回答是)\s?(?:glm|qwen|deepseek|kimi|minimax|haiku|豆包|智谱|千问|国产)",
        rf"\b(?:dice|diz|dit|sagt|говорит|bilang|nói|çıktı|said|says)\b[^\n.]{{0,14}}\b(?:que es|que é|qu['’]il est|es sei|что он|nó là|it is|it was|it's|dia) {_OTHER}",
    ),
    "sms_verification": (
        r"номер\w* (?:под|для) (?:актив|регистр|верифик|смс|sms|код)|\b(?:verificad[ao]s?|vérifiée?s?|verifiziert|verificat[aoi]|zweryfikowan\w+|doğrulanmış|terverifikasi|xác minh|верифицирован\w*) (?:por|par|per|via|bằng|через|lewat|przez|mit|con|com) (?:sms|смс)|\bsms[- ](?:verificad|verifizier|doğrula|vérif)",
    ),
    "bulk_registration": (
        r"\b(?:registered|created|farmed|made) (?:by|with|via|using) (?:our |my |an? |own )+(?:soft|software|bot|script|tool|regger|farm)\b|\bregistrad[ao]s (?:con|com) (?:bot|script|software)|регистр\w+ (?:своим|нашим|собственным) (?:софт|скрипт|бот)|софтом? собственн",
    ),
    "agent_resale": (
        r"\bresellers only\b|\bonly (?:for )?resellers\b|\bagents?[:：] (?:code|price|panel|dm|pm)|\bcost price (?:inside|for agents|in the panel)|\b(?:solo|sólo|apenas) (?:revendedores|mayoristas)|\bтолько (?:оптовик|перекуп|реселлер)\w*|\bnur (?:wiederverkäufer|reseller)",
    ),
    "token_export": (
        r"\b(?:json|cookies?|refresh token|session) (?:on|upon|by) request\b|\bjson (?:по запросу|a pedido|sob demanda|auf anfrage|sur demande)",
    ),
    "account_pool": (
        r"\bpool operators?\b|\bmax \(pool\)|\b(?:max|plus|pro)\S{0,4} \(pool(?:ed)?\)|\(account pool\)",
    ),
    "max_pool": (
        r"\((?:nguồn|источник|fuente|fonte|quelle|source|sumber|kaynak):? (?:claude )?max\b|\b(?:group|ratio|multiplier|groupe|grupo|nhóm|группа)\b[^\n]{0,40}[0-9](?:\.[0-9]+)?x? ?\(max\)",
    ),
    "trial_credit": (
        r"\b(?:starter|sign-?up|new-?user|signup|initial) (?:api )?credits? (?:still|left|inside|intact|unused)|\bstarter api credits?\b",
    ),
    "edu_team_abuse": (
        r"\((?:edu|student|education)\)|\b(?:copilot|cursor|jetbrains|gemini|notion|perplexity)(?: pro)? (?:student|edu|for students)\b|\b(?:student|edu) (?:1 ?y|1 ?yr|12 ?mo|plan|licen[sc]e)\b",
    ),
    "regional_pricing": (
        r"\b(?:tr|ng|ph|eg|ar|pk|pl|ua|br|vn|id)-region\b|\((?:ios|android|app store|google play)[,/ ]{1,2}(?:philippines|turkey|nigeria|egypt|india|pakistan|argentina|vietnam|indonesia|brazil)\)",
    ),
    "logs_resale": (
        r"\b(?:trajector\w+|sessions|logs|dialog\w+|conversations) from (?:our|my) (?:own )?(?:relay|proxy|gateway|router)|\braw logs\b[^\n.]{0,40}\b(?:sessions|trajector\w+|conversations)|(?:логи|диалоги) (?:с|из) (?:нашего|своего) (?:прокси|шлюза|реле)",
    ),
    "warranty": (
        r"\brefund (?:the |for )?(?:unused|remaining) (?:days|time)|\b(?:otherwise|else|or) (?:we |i )?refund\b",
    ),
}  # fmt: skip
"""Signal -> patterns, each a group of languages; joined to those of the pages."""
