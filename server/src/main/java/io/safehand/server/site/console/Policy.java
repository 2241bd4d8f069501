package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what: every page, form and API call of the server has a row in {@code policy.yaml}; what has none is
 * refused. The doors behind it check again. Immutable.
 */
final class Policy {
  private final List<Row> rows;

  private Policy(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param roles any of them is enough; empty: whoever is signed in
   * @param isPublic nobody needs to be signed in
   * @param needsStepUp only within minutes after proving again who one is
   * @param takesFile its body is a file, as long as the page behind it allows
   */
  record Row(String method, PathPattern path, Set<Role> roles, boolean isPublic, boolean needsStepUp,
      boolean takesFile) {
    boolean covers(String calledMethod, PathContainer called) {
      boolean sameMethod = method.equals(calledMethod) || method.equals("GET") && calledMethod.equals("HEAD");
      return sameMethod && path.matches(called);
    }

    boolean allows(Account account) {
      return isPublic || roles.isEmpty() || roles.stream().anyMatch(account::has);
    }
  }

  static Policy shipped() {
    try (InputStream file = Policy.class.getResourceAsStream("/policy.yaml")) {
      Object loaded = new Load(LoadSettings.builder().setLabel("policy.yaml").build())
          .loadFromInputStream(file);
      List<Row> rows = new ArrayList<>();
      ((Map<?, ?>) loaded).values()
          .forEach(part -> ((Map<?, ?>) part)
              .forEach((call, who) -> rows.add(row(String.valueOf(call), String.valueOf(who)))));
      return new Policy(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code GET /deals/{deal}} and {@code DEAL_MANAGER SELLER_OFFICER step-up}. */
  private static Row row(String call, String who) {
    String[] parts = call.split(" ", 2);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    boolean everyone = false;
    boolean signedIn = false;
    boolean stepUp = false;
    boolean file = false;
    for (String word : who.split(" ")) {
      switch (word) {
        case "public" -> everyone = true;
        case "signed-in" -> signedIn = true;
        case "step-up" -> stepUp = true;
        case "file" -> file = true;
        default -> roles.add(Role.valueOf(word));
      }
    }
    if (everyone == signedIn && roles.isEmpty() || everyone && (stepUp || file)) {
      throw new IllegalArgumentException("policy.yaml does not say who may: " + call);
    }
    return new Row(parts[0], PathPatternParser.defaultInstance.parse(parts[1]), roles, everyone, stepUp,
        file);
  }

  /** The row of a call: the most specific one. */
  Optional<Row> of(String method, String path) {
    PathContainer called = PathContainer.parsePath(path);
    return rows.stream()
        .filter(row -> row.covers(method, called))
        .min((a, b) -> a.path().compareTo(b.path()));
  }

  List<Row> rows() {
    return rows;
  }
}
