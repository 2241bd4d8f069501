package io.safehand.server.site.demo;

/**
 * Names put together from common parts. Somebody may be called so; nothing else of the row is theirs. Among them are
 * compound surnames, names with a dot, and now and then a rare character outside the basic plane.
 */
final class SampleNames {
  private static final int[] COMMON = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常"
      .codePoints()
      .toArray();
  private static final int[] GIVEN = "安白宝彬冰博采辰晨诚春丹迪冬恩帆芳菲枫刚歌谷广海涵寒航禾恒红华欢慧嘉佳健江杰锦晶静娟君凯康可兰岚磊黎立莲良林灵玲柳龙露曼茂梅萌苗敏明鸣木宁佩鹏平萍清晴秋然仁蓉瑞若山珊尚诗石书淑舒顺思松素涛天庭婉薇伟文雯武溪夏仙祥晓笑欣新星秀旭雪雅妍燕阳瑶怡奕逸英莹颖永友瑜雨玉园媛远月悦云泽昭哲珍真正之芷志智中竹子紫"
      .codePoints()
      .toArray();
  private static final int[] RARE = "𠮷㛃喆淼垚翀赟".codePoints().toArray();
  private static final String[] COMPOUND = {"欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方",
    "端木"};
  private static final String[] DOTTED = {"古丽娜尔", "阿依努尔", "艾山", "吐尔逊", "麦麦提", "热娜", "巴哈尔", "努尔兰", "塔依尔",
    "米娜瓦尔"};
  private static final String[] WORDS = {"松月", "云岫", "知秋", "半夏", "南枝", "青禾", "拾光", "墨竹", "清欢", "锦书", "远山",
    "归雁"};
  private static final String[] TRADES = {"茶叶店", "餐馆", "书屋", "食品店", "花坊", "文具店", "小吃店", "民宿"};
  private static final String[] COMPANIES = {"食品有限公司", "文化传播有限公司", "酒店管理有限公司", "贸易有限公司", "科技有限公司"};

  String person(Dice dice) {
    if (dice.perMille(12)) {
      return dice.pick(DOTTED) + "·" + dice.pick(DOTTED);
    }
    String surname = dice.perMille(8) ? dice.pick(COMPOUND) : dice.pick(COMMON);
    String first = dice.perMille(3) ? dice.pick(RARE) : dice.pick(GIVEN);
    return surname + first + (dice.perMille(750) ? dice.pick(GIVEN) : "");
  }

  /** A sole trader 个体工商户 is a person with a shop: both names. */
  String shop(Dice dice) {
    return dice.pick(WORDS) + dice.pick(COMMON) + "记" + dice.pick(TRADES);
  }

  String company(Dice dice) {
    return dice.pick(WORDS) + dice.pick(GIVEN) + dice.pick(COMPANIES);
  }
}
