package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class BoardPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  PolicyGuard guard;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void showsEveryPointWithItsState(Look look) {
    try (Visitor visitor = Visitor.at(port, look)
        .as(SampleCompany.in(access).person("officer", Role.SELLER_OFFICER), sessions)) {
      visitor.open("/board");
      visitor.requireSound("board");
      assertThat(visitor.page().locator("main .badge").count()).isEqualTo(63);
    }
  }

  @Test
  void leadsOnlyToPagesThatExist() {
    Board board = Board.shipped();
    assertThat(board.parts()).hasSize(20);
    assertThat(board.parts().stream().flatMap(part -> part.points().stream()))
        .allSatisfy(
            point -> assertThat(point.page().isEmpty() || guard.policy().of("GET", point.page()).isPresent())
                .as(point.en())
                .isTrue())
        .allSatisfy(point -> assertThat(point.state() == Board.State.WORKS && point.page().isEmpty())
            .as("works without a page: " + point.en())
            .isFalse());
  }
}
