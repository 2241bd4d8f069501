package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.Visitor;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class ApiDescriptionTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;

  @Test
  void everyCallIsDescribedAndNothingElse() {
    Json.Object paths = Program.withoutKey(port).get("/api/v1/openapi.json").json().object("paths");
    Set<String> described = new TreeSet<>();
    paths.members()
        .forEach((path, methods) -> methods.asObject()
            .members()
            .keySet()
            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    Set<String> calls = new TreeSet<>();
    Policy.shipped()
        .rows()
        .stream()
        .filter(row -> row.path().getPatternString().startsWith("/api/v1/"))
        .forEach(row -> calls.add(row.method() + " " + row.path().getPatternString()));
    calls.remove("GET /api/v1/openapi.json");
    assertThat(described).isEqualTo(calls);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void peopleReadItInTheirLanguage(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(SampleCompany.in(access).securityOfficer(), sessions)) {
      visitor.open("/api");
      visitor.page().click("summary >> nth=0");
      visitor.requireSound("api");
    }
  }
}
