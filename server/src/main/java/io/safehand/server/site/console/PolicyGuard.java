package io.safehand.server.site.console;

import io.safehand.server.base.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Holds every request against the policy. */
@Component
final class PolicyGuard implements AuthorizationManager<RequestAuthorizationContext> {
  private static final String ANSWER = PolicyGuard.class.getName();

  private final Policy policy = Policy.shipped();
  private final Sessions sessions;

  PolicyGuard(Sessions sessions) {
    this.sessions = sessions;
  }

  /** What came of a request. */
  enum Answer implements AuthorizationResult {
    ALLOWED, NO_SUCH_CALL, SIGN_IN_FIRST, NOT_ALLOWED, STEP_UP_FIRST;

    @Override
    public boolean isGranted() {
      return this == ALLOWED;
    }
  }

  @Override
  public Answer authorize(Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Answer answer = policy.of(request.getMethod(), request.getRequestURI())
        .map(row -> row.isPublic() ? Answer.ALLOWED : judge(row, Caller.of(authentication.get())))
        .orElse(Answer.NO_SUCH_CALL);
    request.setAttribute(ANSWER, answer);
    return answer;
  }

  /** What the policy said of this request; empty when it was refused before the policy was asked. */
  static Optional<Answer> answer(HttpServletRequest request) {
    return request.getAttribute(ANSWER) instanceof Answer answer ? Optional.of(answer) : Optional.empty();
  }

  private Answer judge(Policy.Row row, Optional<Caller> caller) {
    if (caller.isEmpty()) {
      return Answer.SIGN_IN_FIRST;
    }
    if (!row.allows(caller.get().account())) {
      return Answer.NOT_ALLOWED;
    }
    boolean proven = !row.needsStepUp()
        || caller.get().signedIn().filter(who -> sessions.isSteppedUp(who.session())).isPresent();
    return proven ? Answer.ALLOWED : Answer.STEP_UP_FIRST;
  }

  /** Whether a page may be offered to this account. */
  boolean mayRead(String path, Sessions.SignedIn who) {
    return policy.of("GET", path).filter(row -> row.allows(who.account())).isPresent();
  }

  Policy policy() {
    return policy;
  }
}
