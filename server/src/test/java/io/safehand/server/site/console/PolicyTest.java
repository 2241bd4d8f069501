package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.PagesTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The authorisation matrix: made from the policy, tried over HTTP. */
@PagesTest
class PolicyTest {
  /** Served without a controller of ours. */
  private static final Set<String> FILES = Set.of("/webjars/**", "/assets/**", "/favicon.ico",
      "/actuator/health", "/actuator/health/**", "/actuator/prometheus");

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  PolicyGuard guard;
  @Autowired
  RequestMappingHandlerMapping requestMappingHandlerMapping;

  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void everyCallHasARowAndEveryRowACall() {
    Set<String> calls = new TreeSet<>();
    for (RequestMappingInfo mapping : requestMappingHandlerMapping.getHandlerMethods().keySet()) {
      for (String path : mapping.getPatternValues()) {
        mapping.getMethodsCondition().getMethods().forEach(method -> calls.add(method + " " + path));
      }
    }
    Set<String> rows = new TreeSet<>();
    guard.policy()
        .rows()
        .stream()
        .filter(row -> !FILES.contains(row.path().getPatternString()))
        .forEach(row -> rows.add(row.method() + " " + row.path().getPatternString()));
    assertThat(rows).isEqualTo(calls);
  }

  @Test
  void whoeverIsNotSignedInReachesOnlyWhatIsPublic() throws Exception {
    for (Policy.Row row : guard.policy().rows()) {
      int status = call(row, "");
      if (row.isPublic()) {
        assertThat(status).as(row.toString()).isNotIn(302, 401);
      } else if (row.method().equals("GET")) {
        assertThat(status).as(row.toString()).isIn(302, 401);
      } else {
        assertThat(status).as(row.toString()).isIn(401, 403);
      }
    }
  }

  @Test
  void eachRoleReachesItsRowsAndNoOther() throws Exception {
    Map<Role, Account> people = people();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<Role, Account> person : people.entrySet()) {
      for (Policy.Row row : guard.policy().rows()) {
        if (row.isPublic() || row.path().getPatternString().equals("/sign-out")) {
          continue;
        }
        SessionToken token = sessions.begin(person.getValue());
        sessions.find(token).ifPresent(sessions::steppedUp);
        boolean reached = call(row, token.exposed()) != 403;
        boolean meant = row.allows(person.getValue());
        if (reached != meant && !refusedByTheFormItself(row, meant)) {
          wrong.add(person.getKey() + " " + row);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A wrong password to step up with is refused too. */
  private static boolean refusedByTheFormItself(Policy.Row row, boolean meant) {
    return meant && row.path().getPatternString().equals("/step-up");
  }

  private Map<Role, Account> people() {
    SampleCompany company = SampleCompany.in(access);
    Map<Role, Account> people = new EnumMap<>(Role.class);
    people.put(Role.ADMINISTRATOR, company.administrator());
    people.put(Role.SECURITY_OFFICER, company.securityOfficer());
    for (Role role : Role.values()) {
      if (role != Role.PLATFORM_OPERATOR && !people.containsKey(role)) {
        people.put(role, company.person(role.name().toLowerCase(), role));
      }
    }
    return people;
  }

  private int call(Policy.Row row, String token) throws IOException, InterruptedException {
    String path = row.path()
        .getPatternString()
        .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000")
        .replace("/**", "/none");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/x-www-form-urlencoded");
    SessionToken.parse(token).ifPresent(secret -> {
      request.header("Cookie", "safehand_session=" + token);
      request.header("X-CSRF-TOKEN", masked(secret.derived("form")));
    });
    return browser
        .send(request.method(row.method(), HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** As pages mask it: here with zeros. */
  private static String masked(String token) {
    byte[] bytes = token.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] both = new byte[bytes.length * 2];
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return java.util.Base64.getUrlEncoder().encodeToString(both);
  }
}
