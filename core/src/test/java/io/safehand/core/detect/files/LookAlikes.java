package io.safehand.core.detect.files;

import java.util.ArrayList;
import java.util.List;

/** Numbers drawn from a seed that look like identifiers and are none: wrong checks, orders, times, hashes. */
final class LookAlikes {
  private static final String HEX = "0123456789abcdef";
  private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private final InventedValues invented;
  private final List<String> lines = new ArrayList<>();

  private LookAlikes(long seed) {
    invented = new InventedValues(seed);
  }

  static List<LabelledLine> of(long seed, int rounds) {
    LookAlikes alike = new LookAlikes(seed);
    for (int round = 0; round < rounds; round++) {
      alike.wrongChecks();
      alike.orders();
      alike.times();
      alike.codes();
    }
    return alike.lines.stream().map(LabelledLine::of).toList();
  }

  private void wrongChecks() {
    for (String label : List.of("", "身份证号：", "，")) {
      lines.add(label + wrong(invented.residentId(invented.place()), "0123456789X"));
    }
    for (String label : List.of("", "银行卡", "卡号：")) {
      lines.add(label + wrong(invented.card("6222", 19), "0123456789"));
      lines.add(label + wrong(invented.card("4", 16), "0123456789").replaceAll("(.{4})(?=.)", "$1 "));
    }
    lines.add("统一社会信用代码：" + wrong(invented.creditCode(), "0123456789ABCDEFGHJKLMNPQRTUWXY"));
    lines.add("身份证 " + invented.place() + "1990133" + invented.digits(5));
  }

  /** With another last character. */
  private String wrong(String value, String characters) {
    String start = value.substring(0, value.length() - 1);
    String last = invented.of(characters, 1);
    return value.endsWith(last) ? wrong(value, characters) : start + last;
  }

  private void orders() {
    for (String label : List.of("订单号：", "订单编号 ", "流水号", "快递单号：", "发票号码：", "合同编号：", "批次", "order no. ", "SKU ",
        "trace id: ", "序列号：")) {
      for (int length : List.of(8, 10, 11, 12, 16, 19, 22)) {
        lines.add(label + invented.of("123456789", 1) + invented.digits(length - 1));
      }
      lines.add(label + invented.mobile());
      lines.add(label + invented.card("62", 19));
    }
    for (String carrier : List.of("SF", "YT", "JDVA", "ZTO", "EMS")) {
      lines.add(carrier + invented.digits(13));
    }
    lines.add("EB" + invented.digits(9) + "CN");
    lines.add("ISBN 978-7-" + invented.digits(3) + "-" + invented.digits(5) + "-" + invented.digits(1));
  }

  private void times() {
    lines.add("1" + invented.of("67", 1) + invented.digits(11));
    lines.add(invented.day() + invented.of("01", 1) + invented.digits(1) + "3015");
    lines.add(invented.day() + "123000" + invented.digits(3));
    lines.add("2023-11-05 12:" + invented.of("12345", 1) + invented.digits(1) + ":30," + invented.digits(3));
  }

  private void codes() {
    lines.add(invented.of(HEX, 8) + "-" + invented.of(HEX, 4) + "-4" + invented.of(HEX, 3) + "-a"
        + invented.of(HEX, 3) + "-" + invented.of(HEX, 12));
    lines.add(invented.of(HEX, 40));
    lines.add(invented.of(HEX, 64));
    lines.add(invented.of(BASE64, 76));
    lines.add("#" + invented.of(HEX, 6) + " 0x" + invented.of(HEX, 16));
    lines.add(
        invented.digits(2) + "." + invented.digits(2) + "." + invented.digits(5) + "." + invented.digits(11));
    lines.add(invented.of("123456789", 1) + invented.digits(10) + "." + invented.digits(2));
    lines.add("¥" + invented.of("123456789", 1) + invented.digits(7) + ".00元");
  }
}
