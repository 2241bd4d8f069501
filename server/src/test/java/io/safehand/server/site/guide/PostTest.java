package io.safehand.server.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.access.AccountId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostTest {
  private static final AccountId ONE = new AccountId(new UUID(0, 1));
  private static final AccountId OTHER = new AccountId(new UUID(0, 2));

  @Test
  void nobodyDecidesOnTheirOwnWork() {
    assertThat(vacant(Set.of(ONE), Set.of(ONE))).containsExactly(Post.SECOND);
    assertThat(vacant(Set.of(ONE), Set.of(OTHER))).isEmpty();
    assertThat(vacant(Set.of(ONE), Set.of(ONE, OTHER))).isEmpty();
    assertThat(vacant(Set.of(ONE, OTHER), Set.of(ONE))).as("of two who work one decides on the other")
        .isEmpty();
  }

  @Test
  void aPostThatNobodyHoldsIsVacant() {
    assertThat(vacant(Set.of(), Set.of())).containsExactly(Post.WORK, Post.SECOND);
    assertThat(vacant(Set.of(), Set.of(ONE))).containsExactly(Post.WORK);
    assertThat(vacant(Set.of(ONE, OTHER), Set.of())).containsExactly(Post.SECOND);
  }

  private static Set<Post> vacant(Set<AccountId> work, Set<AccountId> second) {
    return Post.vacant(post -> post == Post.WORK ? work : second);
  }
}
