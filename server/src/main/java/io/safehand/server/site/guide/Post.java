package io.safehand.server.site.guide;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What two people of a firm are on its first day, each somebody else. */
enum Post {
  /** Does the work. */
  WORK(Role.SELLER_OFFICER, Role.DEAL_MANAGER, Role.STAFF),
  /** Decides on what whoever does the work proposes; may be from outside. */
  SECOND(Role.SELLER_LAWYER);

  private final Set<Role> roles;

  Post(Role... roles) {
    this.roles = Set.of(roles);
  }

  Set<Role> roles() {
    return roles;
  }

  boolean isHeldBy(Account account) {
    return account.roles().containsAll(roles);
  }

  /** The posts that are not held, where nobody counts for both. */
  static Set<Post> vacant(Function<Post, Set<AccountId>> holders) {
    Set<AccountId> work = holders.apply(WORK);
    Set<AccountId> second = holders.apply(SECOND);
    Set<Post> vacant = EnumSet.noneOf(Post.class);
    if (work.isEmpty()) {
      vacant.add(WORK);
    }
    if (work.size() > 1 ? second.isEmpty() : work.containsAll(second)) {
      vacant.add(SECOND);
    }
    return vacant;
  }
}
