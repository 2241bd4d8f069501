package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.signin.SessionToken;
import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@SafehandTest
class CookiesTest {
  @Autowired
  Cookies cookies;

  private final SessionToken token = SessionToken.fresh(new SecureRandom());

  @Test
  void overTlsASessionCannotBePutInByAnotherHostOfTheDomain() {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookies.visit(request(true), response, token);
    assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-safehand_visit=")
        .contains("; Secure", "; Path=/", "; HttpOnly")
        .doesNotContain("Domain");
    MockHttpServletRequest planted = request(true);
    planted.setCookies(new Cookie("safehand_session", token.exposed()));
    assertThat(cookies.session(planted)).isEmpty();
    planted.setCookies(new Cookie("safehand_session", SessionToken.fresh(new SecureRandom()).exposed()),
        new Cookie("__Host-safehand_session", token.exposed()));
    assertThat(cookies.session(planted).orElseThrow().exposed()).isEqualTo(token.exposed());
  }

  @Test
  void onThisMachineWithoutTlsTheNameIsPlain() {
    MockHttpServletResponse response = new MockHttpServletResponse();
    cookies.visit(request(false), response, token);
    assertThat(response.getHeader("Set-Cookie")).startsWith("safehand_visit=").doesNotContain("Secure");
    MockHttpServletRequest back = request(false);
    back.setCookies(new Cookie("safehand_session", token.exposed()));
    assertThat(cookies.session(back)).isPresent();
  }

  private static MockHttpServletRequest request(boolean secure) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(secure);
    return request;
  }
}
