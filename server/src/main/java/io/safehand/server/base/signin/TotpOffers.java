package io.safehand.server.base.signin;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.ForgedText;
import io.safehand.server.base.keys.SealedTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Offers of secrets. The page carries them sealed for one account, so nothing is stored before a code was right. */
final class TotpOffers {
  private static final Duration VALID = Duration.ofMinutes(15);
  private static final String ISSUER = "Safehand";

  private final SealedTexts texts;
  private final Clock clock;
  private final SecureRandom random;

  TotpOffers(SealedTexts texts, Clock clock, SecureRandom random) {
    this.texts = texts;
    this.clock = clock;
    this.random = random;
  }

  TotpOffer draw(Account account, String name) {
    byte[] bytes = new byte[Totp.SECRET_BYTES];
    random.nextBytes(bytes);
    PersonalText secret = PersonalText.of(Base32.encode(bytes));
    byte[] sealed = texts.seal(account.company(), place(account),
        PersonalText.of(clock.instant().getEpochSecond() + " " + secret.exposed()));
    return of(account, name, secret, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  TotpOffer of(Account account, String name, PersonalText secret, String carried) {
    String label = URLEncoder.encode(name.isBlank() ? account.handle() : name, StandardCharsets.UTF_8)
        .replace("+", "%20");
    return new TotpOffer(new Secret(secret.exposed()),
        new Secret(
            "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + secret.exposed() + "&issuer=" + ISSUER),
        carried);
  }

  Optional<PersonalText> open(Account account, String carried) {
    try {
      String[] parts = texts.open(account.company(), place(account), Base64.getUrlDecoder().decode(carried))
          .exposed()
          .split(" ", 2);
      Instant drawn = Instant.ofEpochSecond(Long.parseLong(parts[0]));
      return clock.instant().isBefore(drawn.plus(VALID))
          ? Optional.of(PersonalText.of(parts[1]))
          : Optional.empty();
    } catch (ForgedText | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String place(Account account) {
    return "signin.totp.offer/" + account.id();
  }
}
