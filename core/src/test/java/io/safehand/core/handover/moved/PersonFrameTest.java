package io.safehand.core.handover.moved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.safehand.core.handover.parcel.SellerFixture;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PersonFrameTest {
  private final SellerFixture seller = new SellerFixture();
  private final PersonFrame frame = new PersonFrame();

  @Test
  void givesBackEveryShapeOfPerson() {
    MovedRecord plain = new MovedRecord(seller.moved(0).id(), Instant.parse("1970-01-01T00:00:00Z"),
        Optional.empty(), false, new TreeMap<>(), List.of());
    MovedRecord full = seller.moved(70_000, SellerFixture.IDENTITY, SellerFixture.CONTACT);
    for (List<MovedRecord> records : List.of(List.of(plain), List.of(full), List.of(plain, full))) {
      MovedPerson person = new MovedPerson(new PersonId(1, 2), new KeyId(3, 4), records);
      assertThat(frame.read(copy(person))).isEqualTo(person);
    }
  }

  @Test
  void refusesEveryPrefixAndAnyMore() {
    byte[] whole = copy(seller.person(9)).array();
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer prefix = ByteBuffer.wrap(Arrays.copyOf(whole, length));
      assertThat(catchThrowable(() -> frame.read(prefix))).as("length %d", length)
          .isInstanceOfAny(IllegalArgumentException.class, BufferUnderflowException.class);
    }
    assertThatThrownBy(() -> frame.read(ByteBuffer.wrap(Arrays.copyOf(whole, whole.length + 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsOnlyWhatItWouldWrite() {
    byte[] whole = copy(seller.person(3)).array();
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) 0x81;
      try {
        assertThat(copy(frame.read(ByteBuffer.wrap(changed))).array()).as("byte %d", at).isEqualTo(changed);
      } catch (IllegalArgumentException | BufferUnderflowException refused) {
        assertThat(refused).isNotNull();
      }
    }
  }

  @Test
  void refusesPartsThatTheFormatCannotHold() {
    TreeMap<String, String> longValue = new TreeMap<>();
    longValue.put("a", "x".repeat(256));
    MovedRecord wordy = new MovedRecord(seller.moved(0).id(), SellerFixture.NOW, Optional.empty(), false,
        longValue, List.of());
    assertThatThrownBy(() -> frame.write(person(wordy))).isInstanceOf(IllegalArgumentException.class);
    MovedRecord huge = seller.moved(PersonFrame.LARGEST, SellerFixture.IDENTITY);
    assertThatThrownBy(() -> frame.write(person(huge))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesPeopleRecordsAndGroupsThatStandTwiceOrLackSomething() {
    MovedRecord one = seller.moved(1);
    assertThatThrownBy(() -> person()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> person(one, one)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MovedPerson(new PersonId(0, 0), new KeyId(1, 1), List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> seller.moved(1, SellerFixture.CONTACT, SellerFixture.CONTACT))
        .isInstanceOf(IllegalArgumentException.class);
    TreeMap<String, String> shouting = new TreeMap<>();
    shouting.put("Name", "x");
    assertThatThrownBy(
        () -> new MovedRecord(one.id(), SellerFixture.NOW, Optional.empty(), false, shouting, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void printsNoSealedByte() {
    assertThat(new MovedGroup(new GroupName("contact"), 1, new byte[]{77}))
        .hasToString("MovedGroup[contact, suite 1, 1 bytes]");
  }

  @Test
  void knowsWhoPassed() {
    SeenPeople seen = new SeenPeople(new SecureRandom());
    for (int round = 0; round < 2; round++) {
      for (long at = 1; at <= 50_000; at++) {
        assertThat(seen.add(new PersonId(at % 7, at))).isEqualTo(round == 0);
      }
    }
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isNotSlowedByIdsThatWereChosenForIt() {
    SeenPeople seen = new SeenPeople(new SecureRandom());
    for (long at = 1; at <= 1_000_000; at++) {
      seen.add(new PersonId(at << 34, 1));
    }
    assertThat(seen.add(new PersonId(7L << 34, 1))).isFalse();
  }

  private static MovedPerson person(MovedRecord... records) {
    return new MovedPerson(new PersonId(1, 1), new KeyId(1, 1), List.of(records));
  }

  private ByteBuffer copy(MovedPerson person) {
    ByteBuffer written = frame.write(person);
    return ByteBuffer.wrap(Arrays.copyOf(written.array(), written.limit()));
  }
}
