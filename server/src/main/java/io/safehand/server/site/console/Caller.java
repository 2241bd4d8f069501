package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Sessions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Who calls: a person by a session, or a program by a key. Prints as the account's id. */
final class Caller extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final transient Account account;
  private final transient Sessions.@Nullable SignedIn signedIn;

  private Caller(Account account, Sessions.@Nullable SignedIn signedIn) {
    super(List.of());
    this.account = account;
    this.signedIn = signedIn;
    setAuthenticated(true);
  }

  Caller(Sessions.SignedIn signedIn) {
    this(signedIn.account(), signedIn);
  }

  static Caller byKey(Account account) {
    return new Caller(account, null);
  }

  static Optional<Caller> of(@Nullable Authentication authentication) {
    return authentication instanceof Caller caller ? Optional.of(caller) : Optional.empty();
  }

  Account account() {
    return account;
  }

  /** Empty for a program: it has no session and proves nothing anew. */
  Optional<Sessions.SignedIn> signedIn() {
    return Optional.ofNullable(signedIn);
  }

  @Override
  public Object getPrincipal() {
    return account;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return account.who();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
