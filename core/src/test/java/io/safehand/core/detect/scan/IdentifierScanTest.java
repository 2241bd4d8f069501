package io.safehand.core.detect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierScanTest {
  private final IdentifierScan scan = new IdentifierScan();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      他的号码是13812345678，请回电           | mobile 13812345678
      电话138-1234 5678。                    | mobile 138-1234 5678
      手机：+86 138 1234 5678                | mobile +86 138 1234 5678
      手机+8613812345678                     | mobile +8613812345678
      (+86)138-1234-5678                     | mobile (+86)138-1234-5678
      致电１３８１２３４５６７８             | mobile １３８１２３４５６７８
      0086-13812345678                       | mobile 0086-13812345678
      tel13812345678                         | mobile 13812345678
      身份证11010519491231002X已核           | resident_id 11010519491231002X
      号110105 19491231 002x                 | resident_id 110105 19491231 002x
      身份证号：１１０１０５１９４９１２３１００２Ｘ | resident_id １１０１０５１９４９１２３１００２Ｘ
      身份证110105491231002                  | resident_id 110105491231002
      卡号6222 0000 0000 0000 004            | bank_card 6222 0000 0000 0000 004
      付款到 6222021234567891233 即可        | bank_card 6222021234567891233
      4111-1111-1111-1111                    | bank_card 4111-1111-1111-1111
      信用代码91350100M000100Y43。           | credit_code 91350100M000100Y43
      电话010-62345678                       | landline 010-62345678
      (0755) 2654 3210                       | landline (0755) 2654 3210
      0571-87654321-801                      | landline 0571-87654321-801
      座机02162345678                        | landline 02162345678
      +86 21 6234 5678                       | landline +86 21 6234 5678
      邮箱li.lei@example.com.cn，            | email li.lei@example.com.cn
      发到13812345678@example.com            | email 13812345678@example.com
      护照号码：E12345678                    | passport E12345678
      持护照 EA1234567 入境                  | passport EA1234567
      港澳通行证H12345678                    | permit H12345678
      台胞证号12345678                       | permit 12345678
      车牌京A12345。                         | plate 京A12345
      陕A·D12345充电                         | plate 陕A·D12345
      停着粤Z1234港                          | plate 粤Z1234港
      QQ：12345678                           | qq 12345678
      加我QQ号是 87654321                    | qq 87654321
      qq12345678                             | qq 12345678
      微信：lilei_2020                       | wechat lilei_2020
      加微信wxid_abc123                      | wechat wxid_abc123
      vx：abc-12345                          | wechat abc-12345
      姓名：欧阳春                           | name 欧阳春
      收件人：买买提·艾力                    | name 买买提·艾力
      联系人:𠮷小明                          | name 𠮷小明
      请找李建国先生                         | name 李建国
      记者王小红报道                         | name 王小红
      住在四川省成都市武侯区一环路南三段1号2栋301室 | address 四川省成都市武侯区一环路南三段1号2栋301室
      地址：上海市浦东新区世纪大道100号      | address 上海市浦东新区世纪大道100号
      """)
  void finds(String text, String expected) {
    assertThat(found(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"订单号：13812345678", "订单13812345678901", "流水号20231105123000123456",
    "时间戳1700000000000", "时间 1700000000123 毫秒", "客服400-812-3123", "请拨4008123123", "8008101234", "拨打95588",
    "打12345热线", "电话12315", "号码12812345678", "身份证110105194912310021", "卡号6222021234567891234",
    "金额13812345678.55元", "0.13812345678", "版本1.2.3.13812345678", "编号12345678", "型号E12345678", "工单12345678",
    "2023-11-05 12:30:00", "service@example.com", "QR12345678", "abc@def", "第3号文件", "5月1号上午", "人民路", "四川省成都市",
    "微信支付", "姓名：无", "联系人：客服部", "SN13812345678", "ORD-13812345678", "我们说的是这样一个问题", "138123456789012345678901",
    "快递单号：SF13812345678"})
  void passesOver(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void findsEverythingInOneLine() {
    assertThat(found("李雷,13812345678,11010519491231002X,li@example.com,6222021234567891233")).contains(
        "mobile 13812345678", "resident_id 11010519491231002X", "email li@example.com",
        "bank_card 6222021234567891233");
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(1);
    byte[] text = new byte[300];
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(text);
      for (int i = 0; i < text.length; i++) {
        text[i] = random.nextBoolean() ? (byte) "0123456789-() +X@:".charAt(random.nextInt(18)) : text[i];
      }
      int from = random.nextInt(20);
      scan.scan(text, from, 280, (category, start, end, confidence) -> assertThat(start).isBetween(0, end));
    }
  }

  @Test
  void findsTheSameWhereverTheTextStands() {
    String text = "电话138-1234 5678，邮箱li@example.com，卡6222 0212 3456 7891 233。";
    List<String> alone = found(text);
    for (int shift = 1; shift < 20; shift++) {
      assertThat(new TreeSet<>(found("x".repeat(shift) + " " + text))).isEqualTo(new TreeSet<>(alone));
    }
  }

  private List<String> found(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    scan.scan(bytes, 0, bytes.length, (category, start, end, confidence) -> found
        .add(category.code() + " " + new String(bytes, start, end - start, StandardCharsets.UTF_8)));
    return found;
  }
}
