package io.safehand.core.handover.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** Addresses a file key to one public receiving key. */
final class HybridStanzaWriter implements RecipientStanzaWriter {
  private final byte[] publicKey;
  private final SecureRandom random;

  HybridStanzaWriter(byte[] publicKey, SecureRandom random) {
    this.publicKey = publicKey;
    this.random = random;
  }

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
    byte[] randomness = new byte[MlKem768.SECRET_BYTES + X25519.BYTES];
    random.nextBytes(randomness);
    XWing.Encapsulated fresh = XWing.encapsulate(publicKey, randomness);
    Arrays.fill(randomness, (byte) 0);
    byte[] wrapped = new FileKeyBox(fresh.secret()).wrap(fileKey.getEncoded());
    return List
        .of(new HybridStanza(CanonicalBase64.getEncoder().encodeToString(fresh.encapsulation()), wrapped));
  }
}
