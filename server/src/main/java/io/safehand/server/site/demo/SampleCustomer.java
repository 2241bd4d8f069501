package io.safehand.server.site.demo;

import io.safehand.server.site.demo.SamplePlaces.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** One invented customer: the cells of a row, before damage. A cell that is empty is absent. */
final class SampleCustomer {
  private static final LocalDate OPENED = LocalDate.of(2016, 3, 1);
  private static final String[] HEALTH = {"对花生过敏", "糖尿病，需无糖茶点", "孕期，忌浓茶", "乳糖不耐受", "遵医嘱少饮咖啡因", "坚果过敏，随身带药"};
  private static final String[] MAIL = {"example.com", "example.net", "example.org"};

  private final SampleNames names;
  private final SampleNumbers numbers;
  private final Dice dice;
  private final LocalDate asOf;
  private final Place place;
  private final Map<String, String> cells = new HashMap<>();

  private SampleCustomer(SampleNames names, SampleNumbers numbers, SamplePlaces places, Dice dice,
      LocalDate asOf) {
    this.names = names;
    this.numbers = numbers;
    this.dice = dice;
    this.asOf = asOf;
    this.place = places.place(dice);
    cells.put("address", dice.perMille(900) ? places.address(dice, place) : "");
  }

  /** The cells of a customer, by column. Everything is rolled with the dice, so equal dice give equal customers. */
  static Map<String, String> cells(SampleNames names, SampleNumbers numbers, SamplePlaces places, Dice dice,
      LocalDate asOf) {
    SampleCustomer customer = new SampleCustomer(names, numbers, places, dice, asOf);
    int kind = dice.below(1000);
    if (kind < 880) {
      customer.person();
    } else if (kind < 950) {
      customer.soleTrader();
    } else {
      customer.organisation();
    }
    customer.contact();
    customer.history();
    customer.invoice();
    customer.answers();
    return customer.cells;
  }

  private void person() {
    cells.put("kind", "个人");
    cells.put("name", names.person(dice));
    citizen(dice.perMille(12) ? child() : dice.between(asOf.minusYears(88), asOf.minusYears(18)));
    if (dice.perMille(30)) {
      cells.put("health_note", dice.pick(HEALTH));
    }
  }

  /** Under 14 on the day of writing, and for a year after it. */
  private LocalDate child() {
    return dice.between(asOf.minusYears(12), asOf.minusYears(3));
  }

  private void citizen(LocalDate born) {
    cells.put("birth_date", dice.perMille(700) ? born.toString() : "");
    if (dice.perMille(600) || born.isAfter(asOf.minusYears(14))) {
      cells.put("birth_date", born.toString());
      cells.put("resident_id", numbers.residentId(dice, place.province(), born, dice.below(2) == 0));
    }
  }

  private void soleTrader() {
    cells.put("kind", "个体工商户");
    cells.put("name", names.shop(dice));
    cells.put("contact_name", names.person(dice));
    cells.put("credit_code", numbers.creditCode(dice, "92", place.province()));
    citizen(dice.between(asOf.minusYears(75), asOf.minusYears(20)));
  }

  private void organisation() {
    cells.put("kind", "单位");
    cells.put("name", names.company(dice));
    cells.put("contact_name", names.person(dice));
    cells.put("credit_code", numbers.creditCode(dice, "91", place.province()));
    cells.put("landline", numbers.landline(dice, place.area()));
  }

  private void contact() {
    cells.put("mobile", numbers.mobile(dice));
    if (dice.perMille(60)) {
      cells.put("landline", numbers.landline(dice, place.area()));
    }
    String handle = "qinglan-" + Long.toString(60_466_176L + dice.below(1_000_000_000), 36);
    cells.put("email", dice.perMille(550) ? handle + "@" + dice.pick(MAIL) : "");
    cells.put("wechat", dice.perMille(400) ? handle : "");
    cells.put("qq", dice.perMille(120) ? numbers.qq(dice) : "");
    cells.put("bank_card", dice.perMille(150) ? numbers.bankCard(dice) : "");
    cells.put("plate", dice.perMille(80) ? numbers.plate(dice) : "");
  }

  private void history() {
    LocalDate joined = dice.between(OPENED, asOf.minusDays(10));
    LocalDate recent = joined.isAfter(asOf.minusYears(2)) ? joined : asOf.minusYears(2);
    cells.put("joined_on", joined.toString());
    cells.put("last_seen_on", dice.between(dice.perMille(850) ? recent : joined, asOf).toString());
  }

  private void invoice() {
    boolean asked = dice.perMille("个人".equals(cells.get("kind")) ? 120 : 800);
    if (asked) {
      LocalDate from = LocalDate.parse(cells.getOrDefault("joined_on", ""));
      LocalDate to = LocalDate.parse(cells.getOrDefault("last_seen_on", ""));
      cells.put("invoice_no", "QL" + dice.digits(10));
      cells.put("invoice_date", dice.between(from, to).toString());
      cells.put("invoice_amount", (20 + dice.below(9000)) + "." + dice.digits(2));
    }
  }

  private void answers() {
    cells.put("marketing_consent", answer(450, 150));
    cells.put("health_consent", cells.containsKey("health_note") ? answer(800, 100) : "");
  }

  private String answer(int given, int refused) {
    int roll = dice.below(1000);
    return roll < given ? "同意" : roll < given + refused ? "拒绝" : "";
  }
}
