package io.safehand.core.handover.age;

import com.exceptionfactory.jagged.RecipientStanza;
import java.util.List;

/** {@code -> mlkem768x25519 ENCAPSULATION} with the wrapped file key as body. */
record HybridStanza(String encapsulation, byte[] body) implements RecipientStanza {
  static final String TYPE = "mlkem768x25519";

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public List<String> getArguments() {
    return List.of(encapsulation);
  }

  @Override
  public byte[] getBody() {
    return body.clone();
  }
}
