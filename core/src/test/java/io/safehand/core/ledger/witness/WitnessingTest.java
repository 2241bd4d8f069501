package io.safehand.core.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.ledger.House;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.NoteVerdict;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.note.WitnessKey;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.MerkleTree;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessingTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private final House house = new House();
  private final WitnessKey key = WitnessKey.generate("counsel.example/witness", new SecureRandom());
  private final Witnessing witness = new Witnessing(key, house.trust(), Clock.fixed(NOW, ZoneOffset.UTC));
  private final MerkleTree tree = treeOf(0, 300);

  @Test
  void cosignsTheFirstCheckpointOfALogItWatches() {
    SignedNote note = note(tree, 100);
    WitnessAnswer.Cosigned answer = (WitnessAnswer.Cosigned) witness
        .answer(new WitnessRequest(0, List.of(), note), Optional.empty());
    assertThat(answer.seen()).isEqualTo(note.unverifiedCheckpoint().orElseThrow());
    Trust trust = house.trust().with(List.of(key.trusted()));
    assertThat(trust.judge(note.with(List.of(answer.line())))).isEqualTo(new NoteVerdict.Accepted(
        answer.seen(), House.NAME, List.of(new NoteVerdict.Cosignature("counsel.example/witness", NOW))));
  }

  @Test
  void cosignsWhatContinuesTheLastCheckpoint() {
    WitnessRequest request = request(tree, 100, 300);
    assertThat(witness.answer(request, last(100))).isInstanceOf(WitnessAnswer.Cosigned.class);
    assertThat(witness.answer(WitnessRequest.parse(request.bytes()).orElseThrow(), last(100)))
        .isInstanceOf(WitnessAnswer.Cosigned.class);
    assertThat(witness.answer(request(tree, 300, 300), last(300))).isInstanceOf(WitnessAnswer.Cosigned.class);
  }

  @Test
  void refusesAForkedLog() {
    MerkleTree forked = treeOf(1, 301);
    assertRefused(request(forked, 100, 300), last(100), WitnessAnswer.Reason.FORKED);
    assertRefused(new WitnessRequest(100, List.of(), note(forked, 100)), last(100),
        WitnessAnswer.Reason.FORKED);
    assertRefused(new WitnessRequest(100, tree.consistency(100, 300).path(), note(forked, 300)), last(100),
        WitnessAnswer.Reason.FORKED);
    assertRefused(new WitnessRequest(0, List.of(tree.root()), note(tree, 100)), Optional.empty(),
        WitnessAnswer.Reason.FORKED);
  }

  @Test
  void refusesALogThatShrankOrAssumesAnotherSize() {
    assertRefused(new WitnessRequest(100, List.of(), note(tree, 99)), last(100), WitnessAnswer.Reason.SHRUNK);
    assertRefused(request(tree, 99, 300), last(100), WitnessAnswer.Reason.OTHER_SIZE);
    assertRefused(new WitnessRequest(0, List.of(), note(tree, 300)), last(100),
        WitnessAnswer.Reason.OTHER_SIZE);
    assertRefused(request(tree, 99, 300), Optional.empty(), WitnessAnswer.Reason.OTHER_SIZE);
  }

  @Test
  void refusesLogsThatItDoesNotWatchAndWrongSignatures() {
    Witnessing other = new Witnessing(key, new Trust(List.of()), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(other.answer(request(tree, 100, 300), last(100)))
        .isEqualTo(new WitnessAnswer.Refused(WitnessAnswer.Reason.UNKNOWN_LOG));
    SignedNote forged = new SignedNote(note(tree, 300).text(), note(tree, 299).signatures());
    assertRefused(new WitnessRequest(100, tree.consistency(100, 300).path(), forged), last(100),
        WitnessAnswer.Reason.SIGNATURE);
    Checkpoint foreign = new Checkpoint("other", 100, tree.rootAt(100));
    assertThatThrownBy(() -> witness.answer(request(tree, 100, 300), Optional.of(foreign)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesRequestsThatAreMalformed() {
    byte[] whole = request(tree, 100, 300).bytes();
    for (int length = 0; length < 300; length++) {
      assertThat(WitnessRequest.parse(Arrays.copyOf(whole, length))).isEmpty();
    }
    for (int at = 0; at < 200; at++) {
      byte[] changed = whole.clone();
      changed[at] = (byte) 0xff;
      assertThat(WitnessRequest.parse(changed)).isEmpty();
    }
    List<Hash> tooMany = Collections.nCopies(64, tree.root());
    assertThatThrownBy(() -> new WitnessRequest(1, tooMany, note(tree, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(WitnessRequest request, Optional<Checkpoint> last, WitnessAnswer.Reason reason) {
    assertThat(witness.answer(request, last)).isEqualTo(new WitnessAnswer.Refused(reason));
  }

  private Optional<Checkpoint> last(long size) {
    return Optional.of(new Checkpoint(House.ORIGIN, size, tree.rootAt(size)));
  }

  private WitnessRequest request(MerkleTree log, long from, long to) {
    return new WitnessRequest(from, log.consistency(from, to).path(), note(log, to));
  }

  private SignedNote note(MerkleTree log, long size) {
    return house.sign(new Checkpoint(House.ORIGIN, size, log.rootAt(size)));
  }

  private static MerkleTree treeOf(int from, int to) {
    MerkleTree tree = new MerkleTree();
    House.lines(from, to).forEach(tree::append);
    return tree;
  }
}
