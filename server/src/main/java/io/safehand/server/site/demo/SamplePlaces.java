package io.safehand.server.site.demo;

/** Towns that exist, with streets and house numbers that should not: no street is known to reach number 8000. */
final class SamplePlaces {
  private static final String[] STREETS = {"青岚路", "听松街", "望鹤巷", "采薇路", "云锦东路", "白露街", "临溪大道", "石榴弄", "折柳路",
    "晴川街"};
  private static final Place[] PLACES = {
    new Place("浙江省杭州市", "33", "0571", new String[]{"西湖区", "上城区", "拱墅区", "滨江区", "余杭区", "萧山区"}),
    new Place("浙江省宁波市", "33", "0574", new String[]{"海曙区", "鄞州区", "江北区", "慈溪市"}),
    new Place("浙江省湖州市", "33", "0572", new String[]{"吴兴区", "南浔区", "德清县", "安吉县"}),
    new Place("江苏省苏州市", "32", "0512", new String[]{"姑苏区", "吴中区", "昆山市", "常熟市"}),
    new Place("上海市", "31", "021", new String[]{"黄浦区", "徐汇区", "长宁区", "浦东新区"}),
    new Place("安徽省黄山市", "34", "0559", new String[]{"屯溪区", "歙县", "祁门县"}),
    new Place("福建省福州市", "35", "0591", new String[]{"鼓楼区", "仓山区", "闽侯县"}),
    new Place("北京市", "11", "010", new String[]{"东城区", "海淀区", "朝阳区"}),
    new Place("新疆维吾尔自治区乌鲁木齐市", "65", "0991", new String[]{"天山区", "沙依巴克区"})};

  /** A town: how an address of it begins, the province of its resident ids, its area code, its districts. */
  record Place(String text, String province, String area, String[] districts) {}

  Place place(Dice dice) {
    int most = dice.below(10);
    return PLACES[most < 6 ? most / 3 : dice.below(PLACES.length)];
  }

  String address(Dice dice, Place place) {
    String street = place.text() + dice.pick(place.districts()) + dice.pick(STREETS)
        + (8000 + dice.below(2000)) + "号";
    return switch (dice.below(4)) {
      case 0 ->
        street + (1 + dice.below(30)) + "幢" + (1 + dice.below(4)) + "单元" + (101 + dice.below(2500)) + "室";
      case 1 -> street + "青岚新村" + (1 + dice.below(60)) + "栋, " + (1 + dice.below(20)) + "楼";
      default -> street;
    };
  }
}
