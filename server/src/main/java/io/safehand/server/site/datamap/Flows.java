package io.safehand.server.site.datamap;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;

/** What flows from categories through purposes to those who see it, as the picture wants it: names and links. */
record Flows(MessageSource texts, Locale locale) {
  Json.Object of(Inventory inventory) {
    Set<String> names = new LinkedHashSet<>();
    List<Json> links = new ArrayList<>();
    for (PurposeRule rule : inventory.purposes()) {
      String purpose = "zh".equals(locale.getLanguage()) ? rule.titleZh() : rule.titleEn();
      for (CategoryRow row : CategoryRow.of(inventory)) {
        if (row.purposes().contains(rule.purpose())) {
          links.add(
              link(names, text("inventory.category." + row.category().code()), "· " + purpose, row.fields()));
        }
      }
      rule.opens()
          .keySet()
          .forEach(audience -> links
              .add(link(names, "· " + purpose, "→ " + text("inventory.audience." + audience.code()), 1)));
    }
    return Json.object()
        .with("names", Json.array(names.stream().map(Json::text).toList()))
        .with("links", Json.array(links));
  }

  private static Json link(Set<String> names, String from, String to, int value) {
    names.add(from);
    names.add(to);
    return Json.object().with("source", from).with("target", to).with("value", value);
  }

  private String text(String key) {
    return String.valueOf(texts.getMessage(key, null, key, locale));
  }
}
