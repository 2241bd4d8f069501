package io.safehand.core.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteSignature;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.note.WitnessKey;
import io.safehand.core.ledger.tiles.LineBundle;
import io.safehand.core.ledger.tiles.TilePath;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {
  private static final int LINES = 2000;

  /** What somebody may do to one line of a log. */
  private enum Change {
    EDIT, DELETE, INSERT, SWAP, CUT;

    List<byte[]> made(List<byte[]> lines, int at) {
      List<byte[]> changed = new ArrayList<>(lines);
      switch (this) {
        case EDIT -> changed.set(at, House.line(LINES + 7));
        case DELETE -> changed.remove(at);
        case INSERT -> changed.add(at, House.line(LINES + 7));
        case SWAP -> changed.set(at, changed.set((at + 1) % LINES, changed.get(at)));
        case CUT -> changed.subList(at, LINES).clear();
      }
      return changed;
    }
  }

  private final House house = new House();
  private final LedgerVerifier verifier = new LedgerVerifier(house.trust());
  private final List<byte[]> lines = House.lines(0, LINES);
  private final PublishedLog log = new PublishedLog(house, lines);
  private final List<Checkpoint> older = List.of(log.checkpoint());

  @Test
  void findsAWholeLogSoundAndSaysWhatItDidNotCheck() {
    assertThat(verifier.verify(log, List.of()))
        .isEqualTo(new LedgerVerdict.Sound(log.checkpoint(), House.NAME, List.of(),
            List.of(LedgerVerifier.NO_WITNESS, LedgerVerifier.NO_OLDER, LedgerVerifier.CONTENT)));
    Checkpoint begun = new PublishedLog(house, House.lines(0, 1000)).checkpoint();
    assertThat(verifier.verify(log, List.of(log.checkpoint(), begun))).isEqualTo(new LedgerVerdict.Sound(
        log.checkpoint(), House.NAME, List.of(), List.of(LedgerVerifier.NO_WITNESS, LedgerVerifier.CONTENT)));
  }

  /** The thief of a disk cannot sign: the changed line itself is named. */
  @Test
  void namesTheLineThatSomebodyWithoutKeysChanged() {
    for (int at = 2; at < LINES; at += 4) {
      Change change = Change.values()[at / 4 % 4];
      List<byte[]> changed = change.made(lines, at);
      PublishedLog forged = new PublishedLog(house, lines);
      putBundles(forged.files(), changed);
      LedgerVerdict verdict = verifier.verify(forged, List.of());
      boolean named = verdict
          .equals(new LedgerVerdict.Broken("ledger.line.changed", "line " + firstChanged(changed)));
      boolean bundle = verdict
          .equals(new LedgerVerdict.Broken("ledger.lines.missing", "tile/entries/007.p/208"));
      assertThat(named || bundle && change == Change.DELETE).as("%s of line %s: %s", change, at, verdict)
          .isTrue();
    }
  }

  /** The house itself can write everything anew and sign it: an older checkpoint convicts it. */
  @Test
  void findsEveryChangeThatTheHouseItselfSignedByOneOldCheckpoint() {
    for (int at = 0; at < LINES; at += 4) {
      Change change = Change.values()[at / 4 % Change.values().length];
      List<byte[]> changed = change.made(lines, at);
      if (at % 8 == 0 && change != Change.CUT) {
        changed.add(House.line(LINES + 8));
      }
      LedgerVerdict verdict = verifier.verify(new PublishedLog(house, changed), older);
      assertThat(verdict).as("%s of line %s", change, at).isInstanceOf(LedgerVerdict.Broken.class);
      assertThat(((LedgerVerdict.Broken) verdict).code()).isIn("ledger.forked", "ledger.cut");
    }
  }

  @Test
  void findsEveryKindOfChangeAtTheEdgesOfTiles() {
    for (int at : new int[]{0, 1, 254, 255, 256, 257, 1023, 1024, 1998, 1999}) {
      for (Change change : Change.values()) {
        PublishedLog forged = new PublishedLog(house, change.made(lines, at));
        assertThat(verifier.verify(forged, older)).as("%s of line %s", change, at)
            .isInstanceOf(LedgerVerdict.Broken.class);
      }
    }
  }

  @Test
  void namesEveryTileThatIsChangedOrMissing() {
    for (String path : List.copyOf(log.files().keySet())) {
      byte[] whole = log.file(path);
      for (byte[] other : List.of(flipped(whole, whole.length / 2), flipped(whole, 0), new byte[0])) {
        log.files().put(path, other);
        assertThat(verifier.verify(log, List.of())).as(path).isNotInstanceOf(LedgerVerdict.Sound.class);
      }
      log.files().remove(path);
      assertThat(verifier.verify(log, List.of())).as(path).isNotInstanceOf(LedgerVerdict.Sound.class);
      log.files().put(path, whole);
    }
    log.files().put("tile/1/000.p/7", flipped(log.file("tile/1/000.p/7"), 33));
    assertThat(verifier.verify(log, List.of()))
        .isEqualTo(new LedgerVerdict.Broken("ledger.tile.changed", "tile/1/000.p/7"));
  }

  @Test
  void refusesALineThatIsNoLine() {
    List<byte[]> odd = new ArrayList<>(lines);
    odd.set(300, "{\"a\": 1}".getBytes(US_ASCII));
    assertThat(verifier.verify(new PublishedLog(house, odd), List.of()))
        .isEqualTo(new LedgerVerdict.Broken("ledger.line.malformed", "line 300"));
  }

  @Test
  void believesNoSignatureButTheHousesOwn() {
    PublishedLog forged = new PublishedLog(new House(), lines);
    assertThat(verifier.verify(forged, older))
        .isEqualTo(new LedgerVerdict.Broken("signature.missing", House.ORIGIN));
    assertThat(new LedgerVerifier(new Trust(List.of())).verify(log, older))
        .isEqualTo(new LedgerVerdict.CannotJudge("signature.signer.unknown", House.ORIGIN));
  }

  @Test
  void namesTheSignerWhoseSignatureIsWrong() {
    SignedNote note = house.sign(log.checkpoint());
    NoteSignature other = house.sign(new Checkpoint(House.ORIGIN, 1, log.checkpoint().root()))
        .signatures()
        .getFirst();
    log.files()
        .put(TilePath.CHECKPOINT,
            new SignedNote(note.text(), List.of(other, note.signatures().get(1))).bytes());
    assertThat(verifier.verify(log, List.of()))
        .isEqualTo(new LedgerVerdict.Broken("signature.wrong", House.NAME));
    log.files().put(TilePath.CHECKPOINT, "no note".getBytes(US_ASCII));
    assertThat(verifier.verify(log, List.of()))
        .isEqualTo(new LedgerVerdict.Broken("signature.malformed", "checkpoint"));
  }

  @Test
  void namesTheWitnessesThatCosigned() {
    WitnessKey counsel = WitnessKey.generate("counsel.example/witness", new SecureRandom());
    SignedNote note = house.sign(log.checkpoint());
    Instant at = Instant.ofEpochSecond(1_790_000_000);
    log.files().put(TilePath.CHECKPOINT, note.with(List.of(counsel.cosign(note, at))).bytes());
    LedgerVerdict.Sound sound = (LedgerVerdict.Sound) new LedgerVerifier(
        house.trust().with(List.of(counsel.trusted()))).verify(log, older);
    assertThat(sound.witnesses()).singleElement()
        .matches(seen -> seen.witness().equals("counsel.example/witness") && seen.at().equals(at));
    assertThat(sound.unchecked()).containsExactly(LedgerVerifier.CONTENT);
  }

  @Test
  void cannotJudgeWithoutACheckpointOrByOneOfAnotherLog(@TempDir Path empty) {
    assertThat(verifier.verify(empty, List.of())).isInstanceOf(LedgerVerdict.CannotJudge.class);
    assertThat(verifier.verify(log, List.of(new Checkpoint("other", 5, log.checkpoint().root()))))
        .isInstanceOf(LedgerVerdict.CannotJudge.class);
  }

  private int firstChanged(List<byte[]> changed) {
    int at = 0;
    while (at < changed.size() && Arrays.equals(changed.get(at), lines.get(at))) {
      at++;
    }
    return at;
  }

  /** Lays these lines into the bundles of the log, whose sizes stay, and leaves its tiles and signature. */
  private static void putBundles(Map<String, byte[]> files, List<byte[]> changed) {
    for (int from = 0; from < LINES; from += 256) {
      int width = Math.min(256, LINES - from);
      List<byte[]> bundle = changed.subList(from, Math.min(from + width, changed.size()));
      files.put(TilePath.lines(from / 256, width), LineBundle.write(bundle));
    }
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 1;
    return flipped;
  }
}
