"""Words of those who tell of others' sales, and of those who speak to a buyer: a line a language.

They join the classes of `sale`: what nobody says who has something to sell, and what only a seller says.
"""

from __future__ import annotations

OFFERED = (
    "подключу подключим оплачу оплатим активирую активируем продлю отдам уступлю передам сделаем віддам оплачу_вам активую підключу"
    " te_activo te_lo_activo activo cedo alquilo ativo repasso j'active je_vous_active je_cède je_loue attivo affitto"
    " gebe_ab vermiete aktiviere odsprzedam odstąpię wynajmę aktywuję kiralıyorum devrediyorum tanımlıyorum aktifleştiriyorum"
    " نفعل_لك أفعل_لك فعال_می‌کنم واگذار_می‌کنم 代理決済します お譲りします 해_드려요 해드려요 해드립니다 해_드립니다 รับเติม ให้เช่า"
    " 拿走 带走 收走 转给你 让给你 低价转 平价转 原价转 亏本转 急转 可转 匀给 匀出来 匀一个 割爱 看谁要 谁要拿 有要的 要的私 要的滴 要的话 想要的 想上车的 有意的 有意私 改密给你 改密码给你 密码给你 换绑给 改绑你 换绑你 拉你进 拉进来 拉进组 不议价 不讲价 不还价 代订 代续 代续费"
    " 接手就 回血 便宜出 便宜卖 出闲置 给群里的人蹭 想蹭的 匀点出来 友情价 自己的小站 我家挂 我这挂 我这边挂 先看后款 先试后付 先用后付"
    " will_change_email will_change_the_email change_email_to_yours email_change_included months_left_on days_left_on weeks_left_on looking_for_resellers looking_for_buyers resellers_wanted resellers_welcome"
    " ищем_реселлеров ищу_реселлеров ищем_перекупов шукаємо_реселерів cari_reseller tìm_đại_lý tuyển_đại_lý tuyển_ctv suche_wiederverkäufer busco_revendedores buscamos_revendedores procuro_revendedores cherche_revendeurs cerco_rivenditori"
    " let_them_go let_it_go letting_it_go let_go_for take_it_for takes_it take_over_my handing_over hand_it_over giving_up_my passing_on pass_it_on she'd_take he'd_take i'd_take they'd_take yours_for"
    " come_free came_free up_for_grabs can_have_it splitting_my you_pay_me pay_me_back want_in you_get_your_own will_be_provided_to message_me_here i_can_add_you i_will_add_you"
    " отдам_за отдаю пристрою пристроить переуступлю кому_надо кому_нужно в_добрые_руки віддаю поступлюся nhượng_lại sang_lại để_lại_cho pass_gấp ai_cần_thì chia_lại"
    " devrederim devredeceğim devredilir devrediyoruz satarım elden_çıkarıyorum passo_por passo_adiante transfiro_por quem_quiser traspaso lo_dejo_en lo_paso_por quien_lo_quiera"
    " je_laisse je_revends à_reprendre ihr_zahlt zahlt_ihr abzugeben gebe_ich_ab überlasse lascio_a cedo_a passo_a chi_lo_vuole oddam przekażę"
    " 넘길게요 넘깁니다 넘겨요 넘겨드려요 양도해요 양도합니다 드릴게요 팔아요 お譲り 譲り先 手放します 折半してくれる シェアしてくれる 乗ってくれる方"
    " لمن_يرغب أتنازل للتنازل الشاغر هر_کس_خواست اضافه_دارم واگذاری dilepas lepas_aja oper_akun over_akun siapa_cepat ส่งต่อ ปล่อยต่อ ขายต่อ"
)
"""What the seller will do, said in the first person; what a private owner says who hands on what is left over."""

TELLING = {
    "TOLD": (
        "продавал* перепродавал* торговал* торговавш* сбывал* продававш* перепродававш* приторговыва* продают перепродают торгуют сдавали_в_аренду отдавали_за"
        " продавав продавали продавалися перепродава* збував* збувал* торгував* продають перепродують"
        " rao_bán buôn_bán đã_bán_hàng memperjualbelikan diperjualbelikan diperdagangkan yang_menjual dijual_kembali dijual_lagi diedarkan"
        " satan satıyordu satıyorlardı satılıyordu sattığı pazarlayan pazarladığı kiralanan el_değiştiren"
        " verkauft_haben verkauft_wurden verkauft_worden vermietet_wurden vermietet_worden verkaufte verkauften vermieteten weiterverkaufte den_besitzer"
        " vendía vendían revendía revendían alquilaba alquilaban vendieron revendieron comercializaba* traficaba*"
        " vendia vendiam revendia revendiam alugava alugavam eram_alugad* eram_vendid* circulavam comercializava*"
        " vendait vendaient revendait revendaient louait louaient écoulait écoulaient étaient_vendus"
        " vendeva vendevano rivendeva rivendevano affittava* affittavano spacciava* smerciava*"
        " sprzedawał* odsprzedawał* handlował* handlując* sprzedawano wynajmowano wynajmował* miał_sprzedać mieli_sprzedać oferowano"
        " كان_يبيع كانت_تبيع كانوا_يبيعون يبيعون تباع تُباع بيعت يتاجر* می‌فروخت می‌فروختند میفروخت میفروختند می‌فروشند معامله_می‌شد فروخته_می‌شد"
        " 売っていた 販売していた 転売していた 転売した 転売され 売られて 出回って 貸し出されていた 販売されていた 되판 되팔던 팔아온 팔던 팔리던 팔아넘긴 판매되던 판매하던 대여되던 유통되던 거래되던"
        " ถูกปล่อยเช่า ลักลอบขาย ถูกขาย बेचने_वाले बेचने_वाला बेच_रहे बेच_रहा बेचता_था बेचते_थे किराए_पर_दिए"
    ),
    "PRESS": (
        "задержан* задержал* роскомнадзор* прокурат* следственн* кіберполіц* поліці* затриман* прокуратур* triệt_phá bắt_giữ khởi_tố"
        " polda polres menkominfo kominfo menangkap ditangkap tersangka emniyet siber_suçlar gözaltı* tutukla* şebekeyi"
        " festgenommen staatsanwalt* guardia_civil detuvo detenid* arrestad* polícia_civil prendeu gendarm* interpellé* polizia"
        " carabinieri guardia_di_finanza sequestrat* arrestat* policja policji policjanci zatrzymali prokuratur* cbzc"
        " مباحث ضبطت القبض النيابة دستگیر 警視庁 書類送検 摘発 검거 구속 จับกุม पुलिस गिरफ्तार"
    ),
    "EXPERIENCE": (
        "чёрный_список черный_список чорний_список danh_sách_đen daftar_hitam schwarze_liste lista_negra liste_noire lista_nera kara_liste czarna_lista القائمة_السوداء لیست_سیاه ブラックリスト 블랙리스트 บัญชีดำ"
        " деньги_скинул скинул_деньги перевёл_деньги перевел_деньги тишина_в_ответ заказывал* покупал* придбав придбала купував купувала bạn_mình_mua đã_mua temen_gue temanku udah_beli"
        " habe_gekauft hat_gekauft le_cobraron me_cobraron pagué perdió comprou pagou paguei perdeu acheté j'ai_payé ho_pagato"
        " kupił kupiła zapłacił* almıştı aldığı ödedim دفعت_له اشتراها 買ったのに 購入したが 샀다가 샀더니 โดนโกง मैंने_खरीदा"
    ),
    "MARKET": (
        "сером_рынке сером_рынке, серых_площадках чёрном_рынке черном_рынке чорному_ринку chợ_đen pasar_gelap karaborsa* schwarzmarkt graumarkt"
        " mercado_negro mercado_gris mercado_cinza marché_noir marché_gris mercato_nero czarnym_rynku السوق_السوداء بازار_سیاه 闇市場 암시장 ตลาดมืด"
    ),
    "OFFERS": OFFERED,
    "SELLS": OFFERED,
    "YOU": (
        "your you вашу ваш ваша ваше вашей вам вас тебе твой твою ваші вашу_пошту anda kamu kak bạn tu tus te usted su_cuenta su_correo seu_e-mail seu_email sua_conta seu_login vous votre vos"
        " dein deine deiner deinen ihre_mail ihrem_konto ihr_konto tuo tua vostro vostra twoim twoją twoje twój sizin size kendi_hesabınız* hesabınız* mailinize"
        " حسابك لك بريدك إيميلك شما خودتان خودتون ご自身 お客様 본인 고객 고객님 คุณ ลูกค้า आपके आपको आपका आपकी"
    ),
    "COVERS": (
        "подходит_для подойдёт_для подходят_для работает_с работают_с годится_для действует_для підходить_для працює_з dùng_được_cho dùng_cho xài_được_cho chạy_được bisa_untuk"
        " berlaku_untuk cocok_untuk için_geçerli ile_çalışır nutzbar_für nutzbar_mit gültig_für funktioniert_mit geeignet_für vale_para sirve_para válido_para funciona_con compatible_con"
        " serve_para funciona_com compatível_com compatible valable_pour compatible_avec fonctionne_avec utilisable_pour valido_per compatibile_con funziona_con działa_z do_użycia_z"
        " يعمل_مع يدعم_كل صالح_ل صالح_لـ قابل_استفاده_برای قابل_استفاده_در 使えます 使える 利用可能 사용_가능 사용가능 호환 ใช้ได้กับ ใช้กับ के_लिए_मान्य good_for valid_for compatible_with usable_with"
    ),
    "TOPRATE": (
        "пополнени* поповненн* tỉ_giá_nạp nạp isi_saldo top_up topup aufladung recarga recargas recharge ricarica doładowanie yükleme شحن الشحن شارژ チャージ 충전 เติมเงิน เติม รีชาร์จ"
    ),
    "NEUTRAL": "砍一刀 补一刀 砍几刀 çok_satan en_çok_satan çok_satanlar",
    "MAKER": "open_ai xai google 谷歌 구글 a社",
    "COMPANY": "openai anthropic опенэйай антропик أوبن_إيه_آي أنثروبيك اوپن‌ای‌آی اوپن_ای_آی آنتروپیک オープンai アンソロピック 오픈ai 오픈에이아이 앤트로픽 แอนโทรปิก एंथ्रोपिक ओपनएआई",
}
