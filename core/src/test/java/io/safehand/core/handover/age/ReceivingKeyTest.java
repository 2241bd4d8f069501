package io.safehand.core.handover.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ReceivingKeyTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void opensWhatWasSealedToItsRecipientText() throws IOException {
    try (ReceivingKey key = ReceivingKey.generate(random)) {
      byte[] clear = new byte[200_000];
      random.nextBytes(clear);
      byte[] sealed = sealed(Recipient.parse(key.recipient().text()), clear);
      assertThat(opened(key, sealed)).isEqualTo(clear);
      assertThat(opened(ReceivingKey.of(key.exposed()), sealed)).isEqualTo(clear);
    }
  }

  @Test
  void refusesAFileForAnotherKey() throws IOException {
    byte[] sealed = sealed(ReceivingKey.generate(random).recipient(), new byte[100]);
    assertThatThrownBy(() -> opened(ReceivingKey.generate(random), sealed)).isInstanceOfSatisfying(
        AgeRefused.class, refused -> assertThat(refused.reason()).isEqualTo(AgeRefused.Reason.NO_MATCH));
  }

  @Test
  void refusesEveryFlippedByteOfASmallFile() throws IOException {
    ReceivingKey key = ReceivingKey.generate(random);
    byte[] sealed = sealed(key.recipient(), new byte[100]);
    for (int at = 0; at < sealed.length; at++) {
      byte[] flipped = sealed.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      assertThatThrownBy(() -> opened(key, flipped)).as("byte %d", at).isInstanceOf(AgeRefused.class);
    }
  }

  @Test
  void hasATextThatStartsWithTheAgePrefix() {
    Recipient recipient = ReceivingKey.generate(random).recipient();
    assertThat(recipient.text()).startsWith("age1pq1").isLowerCase();
    assertThat(recipient.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(Recipient.parse(recipient.text())).isEqualTo(recipient);
  }

  @Test
  void refusesATextWithAnotherPrefixLengthOrChecksum() {
    String text = ReceivingKey.generate(random).recipient().text();
    String other = text.substring(0, text.length() - 1) + (text.endsWith("q") ? 'p' : 'q');
    for (String wrong : new String[]{"", "age1", other, text + "q", text.substring(0, 100),
      "age1egtzvffv20835nwyv6270lxyvk2vknx2mmdkwyklmgr48uawx40q2p2lm0"}) {
      assertThatThrownBy(() -> Recipient.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void provesPossessionOnlyWithThePrivateHalf() throws IOException {
    ReceivingKey buyer = ReceivingKey.generate(random);
    PossessionChallenge challenge = PossessionChallenge.to(buyer.recipient(), random);
    assertThat(challenge.isAnsweredBy(buyer.prove(challenge.sealed()))).isTrue();
    PossessionChallenge again = PossessionChallenge.to(buyer.recipient(), random);
    assertThat(again.isAnsweredBy(buyer.prove(challenge.sealed()))).isFalse();
    assertThatThrownBy(() -> ReceivingKey.generate(random).prove(challenge.sealed()))
        .isInstanceOf(AgeRefused.class);
  }

  @Test
  void answersNothingButAChallenge() throws IOException {
    ReceivingKey key = ReceivingKey.generate(random);
    for (int length : new int[]{0, 31, 33, 66}) {
      byte[] sealed = sealed(key.recipient(), new byte[length]);
      assertThatThrownBy(() -> key.prove(sealed)).isInstanceOf(AgeRefused.class);
    }
  }

  @Test
  void printsNothingSecretAndClearsItself() {
    ReceivingKey key = ReceivingKey.generate(random);
    assertThat(key).hasToString("•••");
    key.close();
    assertThat(key.exposed()).containsOnly(0);
  }

  private byte[] sealed(Recipient recipient, byte[] clear) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WritableByteChannel channel = recipient.sealing(Channels.newChannel(out), random)) {
      channel.write(ByteBuffer.wrap(clear));
    }
    return out.toByteArray();
  }

  private static byte[] opened(ReceivingKey key, byte[] sealed) throws IOException {
    return Channels.newInputStream(key.opening(Channels.newChannel(new ByteArrayInputStream(sealed))))
        .readAllBytes();
  }
}
