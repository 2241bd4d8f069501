package io.safehand.core.handover.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.person.PersonId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitmentListTest {
  private static final ExclusionCommitment LOW = new ExclusionCommitment("00".repeat(32));
  private static final ExclusionCommitment HIGH = new ExclusionCommitment("ff".repeat(32));

  @Test
  void tellsNothingByItsOrder() throws IOException {
    CommitmentList one = new CommitmentList(List.of(LOW, HIGH));
    CommitmentList other = new CommitmentList(List.of(HIGH, LOW));
    assertThat(one.file()).isEqualTo(other.file()).hasSize(130);
    assertThat(one.root()).isEqualTo(other.root());
    assertThat(read(text(one.file()))).isEqualTo(new Commitments(2, one.root()));
  }

  @Test
  void refusesAnythingButItsOneForm() {
    String good = text(new CommitmentList(List.of(LOW, HIGH)).file());
    for (String wrong : new String[]{good + "x", good.substring(1), good.trim(), good.replace('f', 'F'),
      HIGH.hex() + "\n" + LOW.hex() + "\n", LOW.hex() + "\n" + LOW.hex() + "\n", "\n"}) {
      assertThatThrownBy(() -> read(wrong)).isInstanceOf(HandoverRefused.class);
    }
  }

  @Test
  void commitsToPersonReasonAndSalt() {
    ExclusionCommitment one = ExclusionCommitment.to(new byte[16], new PersonId(1, 2), "objected");
    byte[] salt = new byte[16];
    salt[15] = 1;
    assertThat(List.of(one, ExclusionCommitment.to(salt, new PersonId(1, 2), "objected"),
        ExclusionCommitment.to(new byte[16], new PersonId(1, 3), "objected"),
        ExclusionCommitment.to(new byte[16], new PersonId(1, 2), "expired"))).doesNotHaveDuplicates();
    assertThat(one).isEqualTo(ExclusionCommitment.to(new byte[16], new PersonId(1, 2), "objected"));
    assertThatThrownBy(() -> ExclusionCommitment.to(new byte[15], new PersonId(1, 2), "objected"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Commitments read(String text) throws IOException {
    return Commitments.read("list.txt",
        Channels.newChannel(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.US_ASCII);
  }
}
