package io.safehand.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.Category;
import io.safehand.core.person.FieldName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryFileTest {
  private static final String FILE = """
      format: 1
      version: "2026-11"
      activity: last_seen_on
      kind: 类型
      purposes:
        - {purpose: service, zh: 服务, en: Service, travels: true, opens: {staff: masked, officer: full}}
        - {purpose: marketing, zh: 营销, en: Marketing, opens: {staff: masked}}
      fields:
        - {field: customer_no, column: 编号, category: account, group: identity, purposes: [service], basis: contract, retention: P3Y, identity: true}
        - {field: mobile, column: 手机, category: mobile, sensitivity: sensitive, group: contact, purposes: [service, marketing], basis: consent, retention: P1Y, searchable: true}
        - {field: last_seen_on, category: date, group: identity, purposes: [service], basis: contract, retention: P3Y}
      consents:
        - {column: 营销, purpose: marketing, given: [同意], refused: [拒绝]}
      keep:
        - {rule: accounting.invoice, when: customer_no, from: last_seen_on, period: P30Y, groups: [identity], source: law}
      """;

  @Test
  void readsEveryMember() {
    Inventory inventory = InventoryFile.parse(FILE);

    FieldRule mobile = inventory.field(new FieldName("mobile")).orElseThrow();
    assertThat(mobile.category()).isEqualTo(Category.MOBILE);
    assertThat(mobile.basis()).isEqualTo(Basis.CONSENT);
    assertThat(mobile.retention()).isEqualTo(Period.ofYears(1));
    assertThat(mobile.isSensitive()).isTrue();
    assertThat(mobile.searchable()).isTrue();
    assertThat(inventory.columns()).containsExactly("编号", "手机", "last_seen_on", "营销", "类型");
    assertThat(inventory.identityFields()).extracting(FieldRule::required).containsExactly(true);
    assertThat(inventory.purpose(new Purpose("service")).orElseThrow().opens()).containsEntry(Audience.STAFF,
        Form.MASKED);
    assertThat(inventory.keeps()).extracting(KeepRule::code).containsExactly("accounting.invoice");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      format: 1              | format: 2               | another format
      basis: consent         | basis: because          | unknown basis: because
      category: mobile       | category: telex         | unknown category: telex
      purposes: [service]    | purposes: [spying]      | purpose spying
      identity: true         | identity: false         | no field is marked identity
      retention: P1Y         | retention: soon         | soon
      officer: full          | platform: full          | only hosts
      searchable: true       | serchable: true         | unknown member serchable
      searchable: true       | "foo: "                 | unknown member foo
      staff: masked          | "clerk: "               | lacks clerk
      activity: last_seen_on | activity: seen          | field seen
      column: 手机            | column: 编号             | declared twice
      searchable: true       | searchable: maybe       | true or false
      version: "2026-11"     | version: [1, 2]         | single value
      format: 1              | [                       | not YAML
      """)
  void refusesWhatContradictsItselfAndSaysWhere(String text, String replacement, String says) {
    assertThatThrownBy(() -> InventoryFile.parse(FILE.replace(text, replacement)))
        .isInstanceOf(InventoryRefused.class)
        .hasMessageContaining(says);
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() throws IOException {
    String plain = FILE.substring(0, FILE.indexOf("consents:"));
    String empty = FILE.replace("[同意]", "[]").replace("[拒绝]", "[]");
    for (String text : List.of(FILE, plain, empty,
        FILE.replace("2026-11", "1e3").replace("编号", "\"- 'no': #1\""),
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")))) {
      Inventory inventory = InventoryFile.parse(text);
      assertThat(InventoryFile.parse(InventoryText.of(inventory))).isEqualTo(inventory);
    }
  }

  @Test
  void refusesMoreBytesThanOneMebibyteHoweverFewCharactersTheyAre() {
    String padding = "\n# " + "表".repeat((1 << 20) / 3 - FILE.getBytes(StandardCharsets.UTF_8).length / 3);
    assertThat(InventoryFile.parse(FILE + padding.substring(0, padding.length() - 9)).version()).isNotEmpty();
    assertThatThrownBy(() -> InventoryFile.parse(FILE + padding + "表")).isInstanceOf(InventoryRefused.class)
        .hasMessageContaining("at most 1 MiB");
  }
}
