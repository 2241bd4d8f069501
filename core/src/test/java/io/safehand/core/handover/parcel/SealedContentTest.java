package io.safehand.core.handover.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.handover.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seller who seals, hashes and signs something that is not the format: the reader refuses it all the same. */
class SealedContentTest {
  private static final int KEYS_OF_ONE = 4 + 66;
  @TempDir
  Path home;
  private DishonestSeller seller = new DishonestSeller(new SellerFixture(), Path.of(""));

  @BeforeEach
  void begin() {
    seller = new DishonestSeller(new SellerFixture(), home);
  }

  @Test
  void takesWhatWasNotChanged() throws IOException {
    assertThat(seller.buyerSees("keys.age", clear -> clear)).isEmpty();
  }

  @Test
  void refusesFramesThatEndEarlyLateOrWrongly() throws IOException {
    for (String name : new String[]{"keys.age", "data-0001.age"}) {
      assertFault(Fault.TRAILING_BYTES, name, clear -> Arrays.copyOf(clear, clear.length + 1));
      assertFault(Fault.MALFORMED, name, clear -> Arrays.copyOf(clear, clear.length - 1));
      assertFault(Fault.MALFORMED, name, clear -> Arrays.copyOf(clear, 11));
      assertFault(Fault.COUNTS_DIFFER, name, clear -> with(clear, clear.length - 1, 3));
      assertFault(Fault.VERSION_UNKNOWN, name, clear -> with(clear, 7, 2));
      assertFault(Fault.MALFORMED, name, clear -> with(clear, 0, 'X'));
      assertFault(Fault.MALFORMED, name, clear -> with(clear, 11, 2));
      assertFault(Fault.MALFORMED, name, clear -> with(clear, 12, 0x80));
      assertFault(Fault.MALFORMED, name, clear -> with(clear, 12, 0x7f));
    }
  }

  @Test
  void refusesKeysThatAreNotThePersons() throws IOException {
    assertFault(Fault.MALFORMED, "keys.age", clear -> with(clear, 16, clear[16] ^ 1));
    assertFault(Fault.MALFORMED, "keys.age", clear -> with(clear, 16 + 16, clear[32] ^ 1));
    assertFault(Fault.KEY_MISSING, "keys.age", clear -> with(clear, 16 + 64, 1));
    assertFault(Fault.MALFORMED, "keys.age", clear -> with(clear, 16 + 64, 9));
    assertFault(Fault.KEY_MISSING, "keys.age", SealedContentTest::withoutLastPerson);
    assertFault(Fault.KEY_UNKNOWN, "keys.age", SealedContentTest::withAnotherPerson);
  }

  @Test
  void refusesLinesThatAreNotCanonicalObjects() throws IOException {
    assertFault(Fault.TRAILING_BYTES, "consents.jsonl.age", clear -> Arrays.copyOf(clear, clear.length - 1));
    assertFault(Fault.COUNTS_DIFFER, "consents.jsonl.age", clear -> new byte[0]);
    assertFault(Fault.COUNTS_DIFFER, "requests.jsonl.age", clear -> text("{}\n{}\n"));
    assertFault(Fault.NOT_CANONICAL, "requests.jsonl.age", clear -> text("{ }\n"));
    assertFault(Fault.MALFORMED, "requests.jsonl.age", clear -> text("[]\n"));
    assertFault(Fault.MALFORMED, "requests.jsonl.age", clear -> text("\n"));
    assertFault(Fault.MALFORMED, "requests.jsonl.age", clear -> new byte[(1 << 20) + 1]);
  }

  @Test
  void refusesEveryFileThatChangesBetweenItsCheckAndItsReading() throws IOException {
    for (String name : List.of("data-0001.age", "keys.age", "consents.jsonl.age", "requests.jsonl.age")) {
      assertThat(seller.buyerSeesChanged(name, clear -> clear)).as(name).contains(Fault.FILE_HASH);
    }
    assertThat(seller.buyerSeesChanged("consents.jsonl.age",
        clear -> text("{\"person\":\"p1\",\"state\":\"FORGED\"}\n"))).contains(Fault.FILE_SIZE);
    assertThat(seller.buyerSeesChanged("requests.jsonl.age", clear -> text(""))).contains(Fault.FILE_SIZE);
  }

  private void assertFault(Fault fault, String name, UnaryOperator<byte[]> change) throws IOException {
    assertThat(seller.buyerSees(name, change)).as(name).contains(fault);
  }

  private static byte[] with(byte[] clear, int at, int value) {
    clear[at] = (byte) value;
    return clear;
  }

  private static byte[] withoutLastPerson(byte[] clear) {
    byte[] fewer = Arrays.copyOf(clear, clear.length - KEYS_OF_ONE);
    ByteBuffer.wrap(fewer, fewer.length - 12, 12).putInt(0).putLong(1);
    return fewer;
  }

  private static byte[] withAnotherPerson(byte[] clear) {
    byte[] more = Arrays.copyOf(clear, clear.length + KEYS_OF_ONE);
    System.arraycopy(clear, 12, more, clear.length - 12, KEYS_OF_ONE);
    ByteBuffer.wrap(more, more.length - 12, 12).putInt(0).putLong(3);
    return more;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
