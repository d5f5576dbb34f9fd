"""Variant and old forms of kanji that dictionaries leave out, read as their usual forms: 髙橋 as 高橋, 土壤 as 土壌.

Forms of names from 戸籍統一文字; old forms from 常用漢字表 (内閣告示 2010), which gives them in brackets.
One sign stands for one sign, so that places stay.
"""

_PAIRS = """
髙高 﨑崎 𠮷吉 德徳 濵浜 濱浜 邊辺 邉辺 齋斎 齊斉 嶋島 嶌島 桒桑 槗橋 栁柳 舘館 竒奇 凛凜 增増 瀨瀬
緖緒 賴頼 巢巣 壤壌 國国 學学 會会 廣広 澤沢 櫻桜 縣県 區区 體体 圓円 應応 發発 變変 實実 寫写 壽寿
將将 收収 從従 縱縦 處処 敍叙 條条 狀状 乘乗 淨浄 剩剰 疊畳 繩縄 讓譲 釀醸 觸触 囑嘱 眞真 寢寝 愼慎
盡尽 圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 聲声 靜静 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅 雙双 壯壮
搜捜 插挿 爭争 總総 莊荘 裝装 騷騒 臟臓 藏蔵 屬属 續続 墮堕 對対 帶帯 滯滞 臺台 擇択 單単 擔担 膽胆
團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 轉転 點点 傳伝 黨党 盜盗 燈灯
當当 鬪闘 獨独 讀読 屆届 貳弐 惱悩 腦脳 廢廃 拜拝 賣売 麥麦 拔抜 蠻蛮 濕湿 寶宝 豐豊 沒没 萬万 滿満
默黙 彌弥 譯訳 藥薬 與与 豫予 餘余 譽誉 搖揺 樣様 謠謡 來来 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 壘塁 禮礼
勵励 靈霊 齡齢 戀恋 爐炉 勞労 樓楼 灣湾 經経 輕軽
"""

_FORMS = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}


def usual_forms(text: str) -> str:
    """The text with variant forms of kanji replaced, as long as it was."""
    return text.translate(_FORMS)
