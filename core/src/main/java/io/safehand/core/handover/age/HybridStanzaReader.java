package io.safehand.core.handover.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/** Takes the file key out of the stanza addressed to this key. A malformed stanza of our type refuses the whole header. */
final class HybridStanzaReader implements RecipientStanzaReader {
  private final XWing key;

  HybridStanzaReader(XWing key) {
    this.key = key;
  }

  @Override
  public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
    Optional<FileKey> found = Optional.empty();
    for (RecipientStanza stanza : stanzas) {
      if (stanza.getType().equals(HybridStanza.TYPE)) {
        Optional<FileKey> opened = open(stanza);
        found = found.isPresent() ? found : opened;
      }
    }
    return found.orElseThrow(() -> new UnsupportedRecipientStanzaException("not addressed to this key"));
  }

  private Optional<FileKey> open(RecipientStanza stanza) throws GeneralSecurityException {
    byte[] wrapped = stanza.getBody();
    if (wrapped.length != FileKeyBox.WRAPPED_BYTES) {
      throw new InvalidKeyException("a wrapped file key has 32 bytes");
    }
    byte[] secret = key.decapsulate(encapsulation(stanza.getArguments()));
    try {
      return Optional.of(new FileKey(new FileKeyBox(secret).unwrap(wrapped)));
    } catch (AEADBadTagException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] encapsulation(List<String> arguments) throws InvalidKeyException {
    if (arguments.size() != 1) {
      throw new InvalidKeyException("a " + HybridStanza.TYPE + " stanza has one argument");
    }
    try {
      return CanonicalBase64.getDecoder().decode(arguments.getFirst().getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException notCanonical) {
      throw new InvalidKeyException("an encapsulation that is not canonical base64", notCanonical);
    }
  }
}
