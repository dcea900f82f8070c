"""Who and what is sold: brands, tiers and models, with the misspellings that sellers use."""

from __future__ import annotations

BRANDS = {
    "anthropic": "антропик أنثروبيك آنتروپیک アンソロピック 앤트로픽 แอนโทรปิก एंथ्रोपिक کلاد کلاود كلاود คล็อด คลอด क्लॉड клод_код クロードコード 클로드_코드 клоде claude anthropic cladue cluade calude claud cloude claued claude官方 克劳德 клод клауд claude_code cc"
    " claudecode claude-code کلود كلود 클로드 クロード claude.ai 클로드코드 cluade_code cladue-code 小克",
    "openai": "опенэйай أوبن_إيه_آي اوپن‌ای‌آی اوپن_ای_آی オープンai 오픈ai 오픈에이아이 ओपनएआई شات_جي_بي_تي جي_بي_تي شات_جيبيتي چت_جی_پی_تی جی_پی_تی چت‌جی‌پی‌تی 지피티 챗지피티 챗gpt チャットgpt チャットジーピーティー แชทจีพีที แชตจีพีที จีพีที चैटजीपीटी чат_гпт чатжпт джипити чат-гпт жпт кодекс_openai كودكس cx chatgpt gpt openai codex chat_gpt gpts chargpt chatgtp chatgbt gtp чатгпт гпт chatgpt's"
    " چت‌جی‌پی‌تی جی‌پی‌تی 챗gpt 챗지피티 코덱스 コーデックス codex_cli sora gpt-image",
    "google": "جيميناي جمناي جیمینای جمنی 재미나이 เจมินี เจมิไน जेमिनी джемини джеминай гемини_про gemini_ai google_gemini nano-banana gm 谷歌ai 谷歌_ai gemini gimini germini gemni geminni جمینای جيميني 제미나이 google_ai google_one_ai nano_banana nanobanana"
    " notebooklm 双子座 veo gemini_cli гемини ジェミニ google_one",
    "xai": "超级grok grok超级 gork gork_super super_gork supergork سوبر_جروك سوبر_غروك جروك غروك گروک سوپرگروک سوپرگراک супергрок супер_грок грок 슈퍼그록 スーパーグロック ซูเปอร์กรอก กรอก grok_super ग्रोक grok supergrok xai super_grok grok_build гров 그록 グロック",
    "deepseek": "deepseek deep_seek 深度求索",
    "other": "midjourney cursor perplexity copilot windsurf suno runway manus lovable elevenlabs kiro augment trae"
    " mj绘图 midjourny leonardo.ai kling 可灵 即梦 pika heygen poe ideogram kimi moonshot glm 智谱 qwen 通义千问 千问 minimax 豆包 doubao",
}

SUPERGROK = frozenset(
    ["超级grok", "grok超级", "gork super", "super gork", "supergork", "supergrok", "super grok", "grok super", "سوبر جروك", "سوبر غروك", "سوپرگروک", "سوپرگراک", "супергрок", "супер грок", "슈퍼그록", "スーパーグロック",
     "ซูเปอร์กรอก"]
)  # fmt: skip
PICTURES = frozenset({"gpt-image", "nano banana", "nano-banana", "nanobanana", "sora", "veo"})
"""Models of pictures and films that are named by a brand of their own."""

CLIENTS = frozenset({"claude code", "claudecode", "claude-code", "codex cli", "gemini cli"})
"""Programs that other providers' models also run in."""

TIERS = {
    "plus": "плюсик พลัส प्लस پلوس プラス版 plus puls plsu 普拉斯 пла́с плюс پلاس بلس プラス 플러스",
    "pro": "โปร प्रो 프로플랜 プロ版 pro прo про پرو برو プロ 프로",
    "max": "แม็กซ์ แมกซ์ मैक्स мах ماکس max макс مکس ماكس マックス 맥스",
    "team": "команда тимс ทีม टीम تیم تيم equipo_team team teams business biz тим 团队版 팀 チーム",
    "go": "go",
    "advanced": "advanced adv",
    "ultra": "ультра الترا اولترا ウルトラ 울트라 อัลตร้า ultra",
    "heavy": "heavy",
    "enterprise": "enterprise 企业版",
    "k12": "k12",
    "edu": "edu 教育版",
    "free": "普号 白号 free_plan free_tier",
}

MODELS = {
    "anthropic": "opus sonnet haiku mythos fable 欧普斯",
    "google": "flash",
    "openai": "",
}
"""Model families that stand without their brand; a brand with a version number is a model too."""

SUFFIXES = frozenset(
    {
        "codex",
        "sol",
        "terra",
        "luna",
        "mini",
        "nano",
        "flash",
        "pro",
        "thinking",
        "fast",
        "image",
        "high",
        "lite",
        "turbo",
    }
)
"""What may follow a model's version and belong to its name."""

PLAN_SLUGS = {
    ("anthropic", "pro"): "claude-pro",
    ("anthropic", "max"): "claude-max",
    ("anthropic", "max-5x"): "claude-max-5x",
    ("anthropic", "max-20x"): "claude-max-20x",
    ("anthropic", "team"): "claude-team",
    ("anthropic", "enterprise"): "claude-enterprise",
    ("openai", "plus"): "chatgpt-plus",
    ("openai", "pro"): "chatgpt-pro",
    ("openai", "pro-20x"): "chatgpt-pro",
    ("openai", "pro-5x"): "chatgpt-pro-5x",
    ("openai", "team"): "chatgpt-team",
    ("openai", "go"): "chatgpt-go",
    ("openai", "enterprise"): "chatgpt-enterprise",
    ("google", "pro"): "gemini-advanced",
    ("google", "advanced"): "gemini-advanced",
    ("google", "ultra"): "google-ai-ultra",
    ("xai", "supergrok"): "supergrok",
    ("xai", "heavy"): "supergrok-heavy",
    ("cursor", "pro"): "cursor-pro",
    ("cursor", "ultra"): "cursor-ultra",
}

TIER_HOME = {"plus": "openai", "k12": "openai", "max": "anthropic", "team": "openai", "free": None}
"""The provider that a tier alone means in this market; 'pro' alone means none, but for a pool or group."""
POOL_HOME = {"plus": "openai", "pro": "openai", "team": "openai", "max": "anthropic", "k12": "openai"}

OFFICIAL_DOLLARS = {
    "claude-pro": ("20", "17"),
    "claude-max-5x": ("100",),
    "claude-max-20x": ("200",),
    "chatgpt-plus": ("20",),
    "chatgpt-pro": ("200",),
    "chatgpt-team": ("30", "25"),
    "gemini-advanced": ("19.99", "20"),
    "supergrok": ("30",),
    "cursor-pro": ("20",),
    "claude-max": ("100", "200"),
    "claude-team": ("30", "25"),
    "chatgpt-go": ("5", "8"),
    "chatgpt-pro-5x": ("100",),
    "google-ai-ultra": ("249.99",),
    "supergrok-heavy": ("300",),
}
"""Monthly prices that everybody quotes: a dollar figure equal to one of them is seldom a reseller's ask."""
