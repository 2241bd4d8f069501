package io.safehand.server.site.console;

import io.safehand.server.base.signin.Sessions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Who calls, by a session. Prints as the account's id. */
final class Caller extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final transient Sessions.SignedIn signedIn;

  Caller(Sessions.SignedIn signedIn) {
    super(List.of());
    this.signedIn = signedIn;
    setAuthenticated(true);
  }

  static Optional<Caller> of(@Nullable Authentication authentication) {
    return authentication instanceof Caller caller ? Optional.of(caller) : Optional.empty();
  }

  Sessions.SignedIn signedIn() {
    return signedIn;
  }

  @Override
  public Object getPrincipal() {
    return signedIn.account();
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return signedIn.account().who();
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
