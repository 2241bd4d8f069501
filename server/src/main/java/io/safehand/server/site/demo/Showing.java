package io.safehand.server.site.demo;

import static io.safehand.server.site.demo.Scene.count;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.rules.Disclosure;
import io.safehand.core.rules.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Staff look at some customers in daily work: a field in full, masked, or withheld with the reason. */
final class Showing {
  private static final int LEAVES_PER_STEP = 64;
  private static final int SHOWN = 100;
  /**
   * Reasons that lie in the person, not in what the field or the role is for. Who was never asked is not among them:
   * of most of those nothing of the kind is held.
   */
  private static final Set<Reason> PERSONAL = EnumSet.of(Reason.CONSENT_REFUSED, Reason.CONSENT_WITHDRAWN,
      Reason.CONSENT_EXPIRED, Reason.GUARDIAN_MISSING, Reason.RETENTION_ENDED, Reason.RESTRICTED,
      Reason.STANDING);

  private final Scene scene;

  Showing(Scene scene) {
    this.scene = scene;
  }

  /** Counts the people of whom something is withheld for their own sake, and tells what one of them looks like. */
  void show() {
    long start = System.nanoTime();
    List<Purpose> purposes = purposes();
    long withheld = 0;
    Map<String, View.Field> example = Map.of();
    List<SealedRecord> some = some();
    for (SealedRecord record : some) {
      Map<String, View.Field> seen = see(record, purposes);
      withheld += seen.values().stream().anyMatch(Showing::isWithheldForTheirSake) ? 1 : 0;
      example = forms(seen) > forms(example) ? seen : example;
    }
    scene.summary().count("withheld", withheld);
    scene.step("disclose", start, count(some.size()), count(withheld));
    scene.telling().say("step.example", described(example));
  }

  /** Daily service, and what people consent to. */
  private List<Purpose> purposes() {
    Inventory inventory = scene.doors().inventories().current(scene.seller().company());
    List<Purpose> open = inventory.purposes()
        .stream()
        .filter(rule -> rule.opens().containsKey(Audience.STAFF))
        .map(PurposeRule::purpose)
        .toList();
    return open.stream()
        .filter(purpose -> purpose.equals(open.getFirst()) || inventory.fields()
            .stream()
            .anyMatch(field -> field.basis() == Basis.CONSENT && field.purposes().contains(purpose)))
        .toList();
  }

  private List<SealedRecord> some() {
    int leaves = scene.doors().vaults().leaves(scene.seller().company());
    List<SealedRecord> some = new ArrayList<>();
    for (int leaf = 0; leaf < leaves && some.size() < SHOWN; leaf += LEAVES_PER_STEP) {
      some.addAll(scene.people(leaf, LEAVES_PER_STEP));
    }
    return some.subList(0, Math.min(SHOWN, some.size()));
  }

  /** Each field under the first of the purposes that it serves and that the person's record has an answer for. */
  private Map<String, View.Field> see(SealedRecord record, List<Purpose> purposes) {
    Map<String, View.Field> seen = new LinkedHashMap<>();
    for (Purpose purpose : purposes) {
      View view = scene.doors()
          .disclosures()
          .disclose(scene.seller().company(), scene.seller().staff(), record.person(), purpose,
              "service-desk", Optional.empty());
      view.fields()
          .stream()
          .filter(field -> !field.shown().isEmpty() || isWithheldForTheirSake(field))
          .forEach(field -> seen.putIfAbsent(field.name().text(), field));
    }
    return seen;
  }

  private static boolean isWithheldForTheirSake(View.Field field) {
    return field.decision() instanceof Disclosure.Withheld withheld && PERSONAL.contains(withheld.reason());
  }

  private static long forms(Map<String, View.Field> seen) {
    return seen.values().stream().map(field -> field.decision().getClass()).distinct().count();
  }

  /** One or two fields of each form. A value is printed only masked, and only when all people are invented. */
  private String described(Map<String, View.Field> seen) {
    Map<Class<?>, Integer> told = new LinkedHashMap<>();
    return seen.values()
        .stream()
        .filter(field -> told.merge(field.decision().getClass(), 1, Integer::sum) <= 2)
        .map(this::described)
        .collect(Collectors.joining(" · "));
  }

  private String described(View.Field field) {
    Telling telling = scene.telling();
    String name = field.name().text();
    return switch (field.decision()) {
      case Disclosure.Full full -> telling.text("form.full", name);
      case Disclosure.Masked masked when scene.settings().input() == null ->
        telling.text("form.masked", name, field.shown().exposed());
      case Disclosure.Masked masked -> telling.text("form.masked", name, "");
      case Disclosure.Pseudonym pseudonym -> telling.text("form.pseudonym", name);
      case Disclosure.Withheld withheld ->
        telling.text("form.withheld", name, telling.reason(withheld.reason()));
    };
  }
}
