package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.ledger.tree.Hash;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /** The example of the Go library golang.org/x/mod/sumdb/note, which began the format. */
  private static final String PETER = """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;
  private static final TrustedKey PETERS_KEY = new TrustedKey("PeterNeumann", SigningAlgorithm.ED25519,
      SignerRole.HOUSE, "GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY=");

  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  @Test
  void readsANoteThatOthersWrote() {
    SignedNote note = note(PETER);
    assertThat(note.text()).endsWith("what your problem is.\n");
    assertThat(note.signatures()).singleElement().matches(line -> line.name().equals("PeterNeumann"));
    assertThat(note.signatures().getFirst().keyId()).isEqualTo(0xc74f20a3);
    assertThat(new String(note.bytes(), UTF_8)).isEqualTo(PETER);
    assertThat(note.unverifiedCheckpoint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", "text\n", "text\n\n", "\n\n— a AAAAAAA=\n",
    "text\n\n— a AAAAAAA=", "text\n\n— a AAAAAAA=\n\n", "text\n\n— a AAAAAAA=\nx\n", "text\n\n- a AAAAAAA=\n",
    "text\n\n— a  AAAAAAA=\n", "text\n\n—  AAAAAAA=\n", "text\n\n— a+b AAAAAAA=\n", "text\n\n— a AAAAAAA\n",
    "text\n\n— a AAAAAA==\n", "text\n\n— a AAAAAAB=\n", "text\n\n— a AAAAAAA= \n", "te\txt\n\n— a AAAAAAA=\n",
    "text\r\n\r\n— a AAAAAAA=\r\n", "text\n\n— a\u3000b AAAAAAA=\n"})
  void refusesWhatIsNoNote(String text) {
    assertThat(SignedNote.parse(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void refusesNotesThatAreNotUtf8OrTooLarge() {
    byte[] bytes = "text\n\n— a AAAAAAA=\n".getBytes(UTF_8);
    assertThat(SignedNote.parse(bytes)).isPresent();
    bytes[1] = (byte) 0xff;
    assertThat(SignedNote.parse(bytes)).isEmpty();
    String line = "— a AAAAAAA=\n";
    assertThat(SignedNote.parse(("text\n\n" + line.repeat(64)).getBytes(UTF_8))).isPresent();
    assertThat(SignedNote.parse(("text\n\n" + line.repeat(65)).getBytes(UTF_8))).isEmpty();
    assertThat(SignedNote.parse(("x".repeat(1 << 20) + "\n\n" + line).getBytes(UTF_8))).isEmpty();
  }

  @Test
  void keepsBlankLinesOfTheText() {
    assertThat(note("a\n\nb\n\n— a AAAAAAA=\n").text()).isEqualTo("a\n\nb\n");
  }

  @Test
  void addsASignatureOnce() {
    SignedNote note = note("a\n\n— a AAAAAAA=\n");
    List<NoteSignature> more = List.of(new NoteSignature("a", "AAAAAAA="),
        new NoteSignature("b", "AAAAAAA="));
    assertThat(note.with(more).signatures()).hasSize(2);
    assertThatThrownBy(() -> new SignedNote("a", more)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SignedNote("a\n", Collections.emptyList()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsAndWritesCheckpoints() {
    String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\nextension 1\n";
    Checkpoint checkpoint = Checkpoint.parse(text).orElseThrow();
    assertThat(checkpoint).isEqualTo(new Checkpoint("example.com/behind-the-sofa", 20_852_163L,
        Hash.parse(ROOT).orElseThrow(), List.of("extension 1")));
    assertThat(checkpoint.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o\n", "o\n1\n", "o\n1\n\n", "\n1\nROOT\n", "o\n01\nROOT\n", "o\n-1\nROOT\n",
    "o\n+1\nROOT\n", "o\n1 \nROOT\n", "o\n9223372036854775808\nROOT\n", "o\n99999999999999999999\nROOT\n",
    "o\n1\nROOT", "o\n1\nROOT\n\n", "o\n1\nROOT\n\nx\n", "o\n1\nAAAA\n", "o\n1\nxROOT\n",
    "o\u0007\n1\nROOT\n"})
  void refusesWhatIsNoCheckpoint(String text) {
    assertThat(Checkpoint.parse(text.replace("ROOT", ROOT))).isEmpty();
  }

  private static SignedNote note(String text) {
    return SignedNote.parse(text.getBytes(UTF_8)).orElseThrow();
  }

  @Test
  void verifiesANoteThatOthersSigned() {
    SignedNote note = note(PETER);
    NoteSignature signature = note.signatures().getFirst();
    assertThat(PETERS_KEY.made(signature)).isTrue();
    assertThat(PETERS_KEY.verifies(note.text().getBytes(UTF_8), signature.signature())).isTrue();
    assertThat(
        PETERS_KEY.verifies(note.text().toUpperCase(Locale.ROOT).getBytes(UTF_8), signature.signature()))
        .isFalse();
  }
}
