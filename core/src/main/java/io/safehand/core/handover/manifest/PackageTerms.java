package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;
import io.safehand.core.person.GroupName;
import java.util.List;

/**
 * What is agreed before the first person is packed.
 *
 * @param segment code of the segment of customers
 * @param groups the groups that may be in the package; at most 255, each once
 * @param suites numbers of the suites the groups may be sealed under
 * @param fields the inventory's fields in those groups
 * @param purposes codes of all purposes that go along
 * @param retention how long the buyer may keep what
 * @param ledgerOrigin the log that will hold the release
 */
public record PackageTerms(Deal deal, String segment, AppliedRule rule, List<GroupName> groups,
    List<Integer> suites, List<MovedField> fields, List<String> purposes, List<RetentionLimit> retention,
    String ledgerOrigin) {
  public PackageTerms {
    groups = List.copyOf(groups);
    suites = List.copyOf(suites);
    fields = List.copyOf(fields);
    purposes = List.copyOf(purposes);
    retention = List.copyOf(retention);
    if (groups.size() > 255 || groups.stream().distinct().count() != groups.size()) {
      throw new IllegalArgumentException("a package names at most 255 groups, each once");
    }
  }

  Json.Object json() {
    return Json.object()
        .with("deal", deal.json())
        .with("segment", segment)
        .with("rule", rule.json())
        .with("groups", Codes.json(groups.stream().map(GroupName::text).toList()))
        .with("suites", Json.array(suites.stream().map(Json::number).toList()))
        .with("fields", Json.array(fields.stream().map(MovedField::json).toList()))
        .with("purposes", Codes.json(purposes))
        .with("retention", Json.array(retention.stream().map(RetentionLimit::json).toList()))
        .with("ledgerOrigin", ledgerOrigin);
  }

  static PackageTerms of(Json.Object json) {
    json.only("deal", "segment", "rule", "groups", "suites", "fields", "purposes", "retention",
        "ledgerOrigin");
    Codes codes = new Codes(json);
    return new PackageTerms(Deal.of(json.object("deal")), json.text("segment"),
        AppliedRule.of(json.object("rule")), codes.texts("groups").stream().map(GroupName::new).toList(),
        json.array("suites").items().stream().map(suite -> Math.toIntExact(suite.asNumber())).toList(),
        codes.objects("fields").stream().map(MovedField::of).toList(), codes.texts("purposes"),
        codes.objects("retention").stream().map(RetentionLimit::of).toList(), json.text("ledgerOrigin"));
  }
}
