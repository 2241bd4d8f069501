package io.safehand.server.base.signin;

import io.safehand.core.hash.Sha256;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one browser was sent to another house with. Prints nothing.
 *
 * @param nonce comes back in the signed token
 * @param verifier of RFC 7636: shown to the other house when the code is redeemed
 * @param company null, as {@code account} is, to sign in; else whose link is to be made
 */
record Question(String nonce, String verifier, @Nullable CompanyId company, @Nullable AccountId account) {
  /** What the other house is told first of the verifier. */
  String challenge() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  Optional<AccountId> linking() {
    return Optional.ofNullable(account);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
