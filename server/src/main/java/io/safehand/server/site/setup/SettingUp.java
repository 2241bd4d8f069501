package io.safehand.server.site.setup;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.keys.FirstStart;
import io.safehand.server.base.keys.RecoverySheet;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.Secret;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the house where there is none, and the first company with links for its first two people. Stopped in between, the
 * next start prints another link, until somebody can sign in. May be used by many threads.
 */
@Component
final class SettingUp {
  private final FirstStart firstStart;
  private final Access access;
  private final Invitations invitations;

  SettingUp(FirstStart firstStart, Access access, Invitations invitations) {
    this.firstStart = firstStart;
    this.access = access;
    this.invitations = invitations;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** The sheet and both links are shown once. */
    record Founded(RecoverySheet sheet, Secret administrator, Secret officer) implements Outcome {}

    /** @param reason a code; the form can be sent again unless it is {@code setup.link} */
    record Refused(String reason) implements Outcome {}
  }

  Outcome found(String claim, Entry entry) {
    Optional<String> refused = firstStart.isClaim(claim) ? entry.malformed() : Optional.of("setup.link");
    if (refused.isEmpty() && firstStart.isNeeded()) {
      refused = house(claim, entry);
    }
    if (refused.isPresent() || !firstStart.finish(claim)) {
      return new Outcome.Refused(refused.orElse("setup.link"));
    }
    return access.enroll(
        new Enrolment(entry.company().strip(), entry.kind(), entry.administrator(), entry.officer(),
            entry.small()),
        made -> new Outcome.Founded(firstStart.sheet(), link(made.administrator()),
            link(made.securityOfficer())));
  }

  private Secret link(Account account) {
    return invitations.founding(account.company(), account.id()).orElseThrow();
  }

  private Optional<String> house(String claim, Entry entry) {
    Optional<Path> folder = entry.place();
    if (folder.isEmpty()) {
      return Optional.of("setup.folder");
    }
    return switch (firstStart.found(claim, entry.letters(), folder.get())) {
      case FirstStart.Founding.Founded founded -> Optional.empty();
      case FirstStart.Founding.Refused refused ->
        Optional.of("setup." + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    };
  }
}
