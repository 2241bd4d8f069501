package io.safehand.core.detect.files;

import static io.safehand.core.detect.files.InventedValues.cut;
import static io.safehand.core.detect.files.InventedValues.wide;
import static io.safehand.core.detect.files.LabelledLine.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every type in every written form, between everything that stands around values. */
final class LabelledForms {
  private static final List<String> BEFORE = List.of("", "，", "、", "；", ";", ",", "|", "\t", "：", "（", "(",
      "是", "为", "号", " ", "\"", "“", "【", "<", "=", "。", "请联系");
  private static final List<String> BEHIND = List.of("", "。", "，", "、", "；", ";", ",", "|", "\t", "）", ")",
      "的", " ", "\"", "”", "】", ">", "！", "\r", "是他");
  private final InventedValues invented;
  private final List<String> lines = new ArrayList<>();

  private LabelledForms(long seed) {
    invented = new InventedValues(seed);
  }

  static List<LabelledLine> of(long seed, int rounds) {
    LabelledForms forms = new LabelledForms(seed);
    for (int round = 0; round < rounds; round++) {
      forms.mobiles();
      forms.residents();
      forms.cards();
      forms.landlines();
      forms.emails();
      forms.creditCodes();
      forms.plates();
      forms.papers();
      forms.chats();
      forms.names();
      forms.addresses();
    }
    return forms.lines.stream().map(LabelledLine::of).toList();
  }

  /** Once as it is, once in full width. */
  private void both(String type, String value) {
    alone(type, value);
    alone(type, wide(value));
  }

  private void alone(String type, String value) {
    lines.add(invented.one(BEFORE) + mark(type, value) + invented.one(BEHIND));
  }

  private void behind(String label, String type, String value) {
    lines.add(
        invented.one(List.of("", "客户的", "，", "\t", "（")) + label + mark(type, value) + invented.one(BEHIND));
  }

  /** What a label announces goes on to the end of the phrase. */
  private void labelled(String label, String type, String value) {
    lines.add(invented.one(List.of("", "客户的", "，", "\t", "（")) + label + mark(type, value)
        + invented.one(List.of("", "。", "，", "；", ",", "\t", "）", "\"", "|")));
  }

  private void mobiles() {
    String mobile = invented.mobile();
    for (String form : List.of(mobile, cut(mobile, "-", 3, 4), cut(mobile, " ", 3, 4), cut(mobile, " ", 3),
        cut(mobile, "-", 7), cut(mobile, "-", 3).substring(0, 8) + " " + mobile.substring(7))) {
      both("mobile", form);
      for (String code : List.of("+86", "+86 ", "+86-", "0086", "0086-", "0086 ", "(+86)", "(+86) ", "86-")) {
        both("mobile", code + form);
      }
    }
    alone("mobile", "86" + mobile);
    alone("mobile", "（+86）" + mobile);
    alone("mobile", cut(mobile, "–", 3, 4));
    alone("mobile", cut(mobile, "\u00A0", 3, 4));
    alone("mobile", cut(mobile, ".", 3, 4));
    for (String between : List.of("/", "、", ",", ";", "|", "\t", " ", " / ", "，", "；", "或", "-", "和")) {
      lines.add("电话" + mark("mobile", mobile) + between + mark("mobile", invented.mobile()));
      lines.add(mark("mobile", mobile) + between + mark("mobile", cut(invented.mobile(), "-", 3, 4)) + between
          + mark("landline", "010-6" + invented.digits(7)));
    }
    for (String label : List.of("电话：", "手机号", "手机号码:", "tel:", "Tel.", "TEL", "mobile=", "电话（微信同号）：",
        "联系电话\t", "手机/微信：", "微信同号", "\"phone\":\"", "<td>", "M:", "T：")) {
      behind(label, "mobile", mobile);
    }
  }

  private void residents() {
    for (String place : List.of(invented.place(), "810000", "820000", "830000", "911000")) {
      String id = invented.residentId(place);
      both("resident_id", id);
      both("resident_id", id.toLowerCase(Locale.ROOT));
      both("resident_id", cut(id, " ", 6, 8));
      both("resident_id", cut(id, "-", 6, 8));
      alone("resident_id", cut(id, " ", 6, 4, 4));
      alone("resident_id", id.substring(0, 17) + wide(id.substring(17)));
      behind("身份证号", "resident_id", id);
      behind("ID:", "resident_id", id);
    }
    String old = invented.place() + invented.day().substring(2) + invented.digits(3);
    behind(invented.one(List.of("身份证", "身份证号码：", "证件号 ")), "resident_id", old);
  }

  private void cards() {
    for (String card : List.of(invented.card("6222", 19), invented.card("6217", 16), invented.card("4", 16),
        invented.card("53", 16), invented.card("35", 16), invented.card("62", 17))) {
      both("bank_card", card);
      both("bank_card", fours(card, " "));
      both("bank_card", fours(card, "-"));
      alone("bank_card", fours(card, "\u00A0"));
      behind("卡号", "bank_card", card);
    }
    alone("bank_card", invented.card("37", 15));
    alone("bank_card", cut(invented.card("34", 15), " ", 4, 6));
    alone("bank_card", invented.card("36", 14));
    alone("bank_card", cut(invented.card("6222", 19), " ", 6));
    behind("银行卡：", "bank_card", invented.card("1", 17));
  }

  private static String fours(String card, String separator) {
    return card.replaceAll("(.{4})(?=.)", "$1" + separator);
  }

  private void landlines() {
    for (String area : List.of("010", "021", "0755", "0571", "0898")) {
      String local = invented.of("23456789", 1) + invented.digits(7);
      both("landline", area + "-" + local);
      both("landline", area + " " + local);
      both("landline", "(" + area + ")" + local);
      both("landline", "(" + area + ") " + local);
      both("landline", area + "-" + cut(local, " ", 4));
      both("landline", area + "-" + cut(local, "-", 4));
      both("landline", area + "-" + local + "-" + invented.digits(3));
      alone("landline", area + "—" + local);
      alone("landline", "（" + area + "）" + local);
      alone("landline", area + local);
      alone("landline", "+86-" + area.substring(1) + "-" + local);
      alone("landline", "+86 " + area.substring(1) + " " + cut(local, " ", 4));
      alone("landline", "+86 (" + area.substring(1) + ") " + local);
      alone("landline", area + "-" + local + "转" + invented.digits(3));
      alone("landline", area + "-" + local + " 转 " + invented.digits(4));
      alone("landline", area + "-" + local + "分机" + invented.digits(2));
      alone("landline", area + "-" + local + " ext. " + invented.digits(4));
      behind("座机：", "landline", local);
    }
    alone("landline", "0915-" + invented.of("2345678", 1) + invented.digits(6));
  }

  private void emails() {
    both("email", invented.email());
    alone("email", invented.email().replace("@", "＠"));
    for (String label : List.of("邮箱", "邮箱是", "mailto:", "发到", "E-mail: ", "<", "\"", "email=")) {
      behind(label, "email", invented.email());
    }
    lines.add("我的邮箱" + mark("email", invented.email()) + "请查收");
    lines.add(mark("email", invented.email()) + "/" + mark("email", invented.email()));
    lines.add("写信到" + mark("email", invented.email()) + ". 谢谢");
  }

  private void creditCodes() {
    String code = invented.creditCode();
    both("credit_code", code);
    both("credit_code", code.toLowerCase(Locale.ROOT));
    behind("统一社会信用代码：", "credit_code", code);
    behind("税号", "credit_code", code);
  }

  private void plates() {
    String plate = invented.plate();
    String tail = plate.substring(2);
    alone("plate", plate);
    alone("plate", plate.substring(0, 1) + wide(plate.substring(1)));
    for (String dot : List.of("·", "•", "・", " ", "-", ".")) {
      alone("plate", plate.substring(0, 2) + dot + tail);
    }
    alone("plate", plate.substring(0, 2) + invented.of("ABCDEFGHJK", 1) + invented.digits(5));
    alone("plate",
        plate.substring(0, 2) + "·" + invented.of("DF", 1) + invented.of("ABC123", 1) + invented.digits(4));
    alone("plate", plate.substring(0, 2) + invented.digits(5) + invented.of("DF", 1));
    alone("plate", "粤Z" + invented.digits(4) + invented.of("港澳", 1));
    alone("plate", plate.substring(0, 2) + invented.digits(4) + invented.of("学挂警", 1));
    alone("plate", plate.toLowerCase(Locale.ROOT));
    behind("车牌号：", "plate", plate);
  }

  private void papers() {
    for (String passport : List.of("E" + invented.digits(8), "EA" + invented.digits(7),
        "G" + invented.digits(8), "PE" + invented.digits(7), "D" + invented.digits(7),
        "S" + invented.digits(8), "14" + invented.digits(7), "K" + invented.digits(8),
        "KJ" + invented.digits(7), "e" + invented.digits(8))) {
      for (String label : List.of("护照", "护照号码：", "护照号: ", "持护照 ", "Passport No. ", "passport number:")) {
        behind(label, "passport", passport);
      }
      behind("护照号码", "passport", wide(passport));
    }
    for (String permit : List.of("H" + invented.digits(8), "M" + invented.digits(8),
        "H" + invented.digits(10), "HA" + invented.digits(7), "m" + invented.digits(8))) {
      for (String label : List.of("通行证", "港澳通行证号：", "回乡证 ", "港澳居民来往内地通行证号码为")) {
        behind(label, "permit", permit);
      }
    }
    behind("台胞证", "permit", invented.digits(8));
    behind("台湾居民来往大陆通行证：", "permit", invented.digits(8));
    behind("台胞证号码 ", "permit", invented.digits(10) + "B");
    behind("台胞证号码：", "permit", invented.digits(10) + "(B)");
    behind("外国人永久居留证号 ", "permit", "CHN" + invented.digits(12));
  }

  private void chats() {
    for (String label : List.of("QQ：", "QQ", "qq:", "QQ号：", "QQ号码是", "扣扣", "企鹅号 ", "QQ ", "加Q", "Q Q：",
        "\"qq\":\"")) {
      behind(label, "qq",
          invented.of("123456789", 1) + invented.digits(4 + invented.one(List.of(0, 2, 4, 5))));
    }
    for (String label : List.of("微信：", "微信号：", "微信号是", "微信 ", "加微信", "VX:", "vx ", "v信：", "V信", "WX：",
        "wechat: ", "WeChat ID: ", "weixin=", "微信号码为", "微 信：")) {
      String name = invented.of("abcdefghijkm", 1) + invented.of("abcdefg0123456789_-", 7);
      behind(label, "wechat", name);
    }
    behind("微信", "wechat", "wxid_" + invented.of("abcdef0123456789", 12));
  }

  private void names() {
    for (String name : List.of("张三", "李小明", "欧阳春", "司马相如", "诸葛明", "上官婉儿", "仇英", "买买提·艾力", "阿不都热依木·买买提",
        "古丽娜·吐尔逊", "尼格买提•热合曼", "单于明", "Li Lei", "曾凡·李", "王䶮")) {
      named(name, "\"name\":\"");
      named(name, "客户：");
    }
    for (String name : List.of("张三", "欧阳春", "𠮷小明", "龘明明", "买买提·艾力", "扎西多吉", "乌兰图雅", "乐乐", "王䶮")) {
      for (String label : List.of("姓名：", "姓名:", "姓名: ", "联系人：", "收件人：", "收货人:", "法定代表人：", "客户姓名：", "户名：",
          "持卡人：", "申请人：", "姓　名：", "姓 名：", "投保人：", "监护人 : ")) {
        named(name, label);
      }
    }
  }

  private void named(String name, String label) {
    lines.add(invented.one(List.of("", "，", "1. ", "\t")) + label + mark("name", name)
        + invented.one(List.of("", "，", "。", ",", "；", "\t", " 性别：男", "，性别男", "（先生）", "\"", "|", "/")));
  }

  private void addresses() {
    for (String address : List.of("四川省成都市武侯区一环路南三段1号2栋301室", "北京市朝阳区建国路88号", "上海市浦东新区世纪大道100号",
        "广东省东莞市南城街道元美路12号", "浙江省杭州市西湖区文三路90号东部软件园3号楼5层", "新疆维吾尔自治区喀什地区喀什市解放路20号", "内蒙古自治区呼和浩特市新城区新华大街5号",
        "四川省绵阳市三台县芦溪镇五一村3组12号", "杭州市西湖区文三路90号")) {
      alone("address", address);
      labelled("地址：", "address", address);
      labelled("收货地址: ", "address", address);
      alone("address", wideDigits(address));
    }
    labelled("住址：", "address", "武侯区幸福小区3栋201");
    labelled("地　址：", "address", "江苏省南京市鼓楼区中山北路幸福里");
  }

  private static String wideDigits(String address) {
    StringBuilder wide = new StringBuilder(address.length());
    for (char c : address.toCharArray()) {
      wide.append(c >= '0' && c <= '9' ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }
}
