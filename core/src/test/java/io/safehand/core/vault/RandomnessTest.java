package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomnessTest {
  @Test
  void neverGivesTheSameIdTwice() {
    Randomness randomness = new Randomness(new SecureRandom());
    Set<KeyId> seen = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      assertThat(seen.add(randomness.keyId())).isTrue();
    }
  }

  @Test
  void acopyOfTheMachineGoesItsOwnWayAfterReseeding() {
    CountingSource one = new CountingSource(1);
    CountingSource two = new CountingSource(1);
    Randomness original = new Randomness(one);
    Randomness copy = new Randomness(two);
    assertThat(original.keyId()).isEqualTo(copy.keyId());
    two.next = 99;
    original.reseed();
    copy.reseed();
    assertThat(original.keyId()).isNotEqualTo(copy.keyId());
  }

  @Test
  void reseedsItselfAfterAMebibyte() {
    CountingSource source = new CountingSource(1);
    Randomness randomness = new Randomness(source);
    int drawn = source.calls;
    randomness.fill(new byte[1 << 20]);
    assertThat(source.calls).isEqualTo(drawn);
    randomness.fill(new byte[1]);
    assertThat(source.calls).isGreaterThan(drawn);
  }

  @Test
  void reseedingThrowsAwayWhatIsLeft() {
    CountingSource source = new CountingSource(1);
    Randomness randomness = new Randomness(source);
    KeyId first = randomness.keyId();
    source.next = 1;
    randomness.reseed();
    assertThat(randomness.keyId()).isEqualTo(first);
  }

  @Test
  void fillsAnyLengthAtAnyPlace() {
    Randomness randomness = new Randomness(new SecureRandom());
    byte[] large = new byte[10_000];
    randomness.fill(large, 10, 9_000);
    assertThat(large).startsWith(new byte[10]).endsWith(new byte[900]);
    int zeros = 0;
    for (int i = 10; i < 9_010; i++) {
      zeros += large[i] == 0 ? 1 : 0;
    }
    assertThat(zeros).isLessThan(150);
  }

  /** Gives 1, 2, 3 …, and counts how often it is asked. */
  private static final class CountingSource extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private int next;
    private int calls;

    CountingSource(int first) {
      this.next = first;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      calls++;
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) next++;
      }
    }
  }
}
