package io.safehand.core.handover.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.safehand.core.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The C2SP age vectors. Safehand writes neither armor nor passphrase files; those vectors must be refused, whatever they expect of a full age tool. */
class AgeVectorsTest {
  @Test
  void decryptsExactlyWhereTheVectorExpectsSuccess() throws Exception {
    List<AgeVector> ours = vectors().stream()
        .filter(vector -> !vector.isArmored() && !vector.isForPassphrase())
        .toList();
    assertThat(ours).hasSize(85);
    for (AgeVector vector : ours) {
      if (vector.expect().equals("success")) {
        assertThat(payloadHash(vector)).as(vector.name()).isEqualTo(vector.payload());
      } else {
        assertThat(catchThrowable(() -> payloadHash(vector))).as(vector.name())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void refusesArmorAndPassphrases() throws Exception {
    List<AgeVector> others = vectors().stream()
        .filter(vector -> vector.isArmored() || vector.isForPassphrase())
        .toList();
    assertThat(others).hasSize(58);
    for (AgeVector vector : others) {
      assertThat(catchThrowable(() -> payloadHash(vector))).as(vector.name()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void namesWhyAHybridHeaderIsRefused() throws Exception {
    List<AgeVector> hybrid = vectors().stream()
        .filter(vector -> vector.name().startsWith("hybrid") && !vector.expect().equals("success"))
        .filter(vector -> !vector.name().equals("hybrid_x25519_arg"))
        .toList();
    assertThat(hybrid).hasSize(13);
    for (AgeVector vector : hybrid) {
      AgeRefused.Reason expected = vector.expect().equals("no match")
          ? AgeRefused.Reason.NO_MATCH
          : AgeRefused.Reason.HEADER;
      assertThat(catchThrowable(() -> payloadHash(vector))).as(vector.name())
          .isInstanceOfSatisfying(AgeRefused.class,
              refused -> assertThat(refused.reason()).isEqualTo(expected));
    }
  }

  private static List<AgeVector> vectors() throws IOException {
    List<AgeVector> vectors = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedData.folder("age"))) {
      for (Path file : files.filter(file -> !file.getFileName().toString().contains("LICENSE"))
          .sorted()
          .toList()) {
        vectors.add(AgeVector.read(file));
      }
    }
    assertThat(vectors).hasSize(143);
    return vectors;
  }

  private static String payloadHash(AgeVector vector) throws IOException, GeneralSecurityException {
    List<RecipientStanzaReader> readers = new ArrayList<>();
    for (String identity : vector.identities()) {
      readers.add(reader(identity));
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    var sealed = Channels.newChannel(new ByteArrayInputStream(vector.file()));
    try (InputStream clear = Channels.newInputStream(new AgeReading(sealed, readers))) {
      byte[] buffer = new byte[8192];
      for (int read = clear.read(buffer); read >= 0; read = clear.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static RecipientStanzaReader reader(String identity) throws GeneralSecurityException {
    if (identity.startsWith("AGE-SECRET-KEY-PQ-")) {
      return new HybridStanzaReader(new XWing(AgeVector.seed(identity)));
    }
    return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
  }
}
