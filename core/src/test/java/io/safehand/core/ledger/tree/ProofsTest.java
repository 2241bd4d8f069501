package io.safehand.core.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final int LARGEST = 256;
  private final Hashing hashing = new Hashing();
  private final MerkleTree tree = treeOf(LARGEST);
  private int rotating;

  @Test
  void knowsTheRootsOfRfc6962ForEverySize() {
    for (int size = 0; size <= LARGEST; size++) {
      assertThat(tree.rootAt(size)).isEqualTo(definedRoot(0, size)).isEqualTo(treeOf(size).root());
    }
  }

  @Test
  void provesEveryLeafOfEverySizeAndNothingElse() {
    int proved = 0;
    for (int size = 1; size <= LARGEST; size++) {
      Hash root = tree.rootAt(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree.inclusion(index, size);
        assertThat(proof.proves(leaf(index), root)).isTrue();
        refusesMutations(proof, leaf(index), root);
        proved++;
      }
    }
    assertThat(proved).isEqualTo(32_896);
  }

  private void refusesMutations(InclusionProof proof, Hash leaf, Hash root) {
    for (List<Hash> path : mutations(proof.path())) {
      assertThat(new InclusionProof(proof.index(), proof.size(), path).proves(leaf, root)).isFalse();
    }
    assertThat(proof.proves(flipped(leaf), root)).isFalse();
    assertThat(proof.proves(leaf, flipped(root))).isFalse();
    for (long index : new long[]{proof.index() - 1, proof.index() + 1, Long.MAX_VALUE}) {
      assertThat(new InclusionProof(index, proof.size(), proof.path()).proves(leaf, root)).isFalse();
    }
  }

  @Test
  void provesEveryPairOfSizesAndNothingElse() {
    int proved = 0;
    for (int larger = 1; larger <= LARGEST; larger++) {
      Hash root = tree.rootAt(larger);
      for (int smaller = 1; smaller < larger; smaller++) {
        ConsistencyProof proof = tree.consistency(smaller, larger);
        assertThat(proof.proves(tree.rootAt(smaller), root)).isTrue();
        refusesMutations(proof, tree.rootAt(smaller), root);
        proved++;
      }
    }
    assertThat(proved).isEqualTo(32_640);
  }

  private void refusesMutations(ConsistencyProof proof, Hash old, Hash root) {
    for (List<Hash> path : mutations(proof.path())) {
      assertThat(new ConsistencyProof(proof.smaller(), proof.larger(), path).proves(old, root)).isFalse();
    }
    assertThat(proof.proves(flipped(old), root)).isFalse();
    assertThat(proof.proves(old, flipped(root))).isFalse();
    assertThat(proof.proves(root, old)).isFalse();
    for (long smaller : new long[]{0, proof.larger(), proof.larger() + 1}) {
      assertThat(new ConsistencyProof(smaller, proof.larger(), proof.path()).proves(old, root)).isFalse();
    }
  }

  @Test
  void provesASizeConsistentWithItselfByNothing() {
    Hash root = tree.rootAt(7);
    assertThat(tree.consistency(7, 7)).isEqualTo(new ConsistencyProof(7, 7, List.of()));
    assertThat(new ConsistencyProof(7, 7, List.of()).proves(root, root)).isTrue();
    assertThat(new ConsistencyProof(7, 7, List.of(root)).proves(root, root)).isFalse();
    assertThat(new ConsistencyProof(7, 7, List.of()).proves(root, tree.rootAt(8))).isFalse();
  }

  @Test
  void makesNoProofOutsideTheTree() {
    assertThatThrownBy(() -> tree.inclusion(5, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.inclusion(0, LARGEST + 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void provesAcrossTilesOfThreeLevels() {
    MerkleTree large = treeOf(70_000);
    for (long size : new long[]{256, 257, 65_535, 65_536, 65_537, 69_999, 70_000}) {
      Hash root = large.rootAt(size);
      for (long index : new long[]{0, 1, 255, size / 2, size - 1}) {
        assertThat(large.inclusion(index, size).proves(leaf((int) index), root)).isTrue();
      }
      for (long smaller : new long[]{1, 255, 256, size / 2, size - 1}) {
        assertThat(large.consistency(smaller, size).proves(large.rootAt(smaller), root)).isTrue();
      }
    }
  }

  @Test
  void continuesATreeFromItsTiles() {
    for (int size : new int[]{0, 1, 2, 7, 255, 256, 257, 1000}) {
      MerkleTree begun = treeOf(size);
      TreeEdge edge = TreeEdge.continuing(begun, size, (level, hash, at) -> {});
      for (int i = size; i < size + 300; i++) {
        assertThat(edge.root()).isEqualTo(begun.root());
        edge.append(data(i));
        begun.append(data(i));
      }
    }
  }

  private List<List<Hash>> mutations(List<Hash> path) {
    List<List<Hash>> mutations = new ArrayList<>();
    for (int i = path.isEmpty() ? 0 : rotating++ % path.size(); i < path.size(); i += path.size()) {
      List<Hash> changed = new ArrayList<>(path);
      changed.set(i, flipped(path.get(i)));
      mutations.add(changed);
    }
    List<Hash> longer = new ArrayList<>(path);
    longer.add(new Hashing().empty());
    mutations.add(longer);
    List<Hash> shifted = new ArrayList<>(path);
    shifted.addFirst(new Hashing().empty());
    mutations.add(shifted);
    if (!path.isEmpty()) {
      mutations.add(path.subList(0, path.size() - 1));
    }
    return mutations;
  }

  private static Hash flipped(Hash hash) {
    byte[] bytes = hash.bytes();
    bytes[bytes[0] & 31] ^= 4;
    return Hash.of(bytes);
  }

  /** MTH as RFC 6962 section 2.1 defines it, for comparison. */
  private Hash definedRoot(int from, int to) {
    if (from == to) {
      return hashing.empty();
    }
    if (to - from == 1) {
      return leaf(from);
    }
    int left = Integer.highestOneBit(to - from - 1);
    return hashing.node(definedRoot(from, from + left), definedRoot(from + left, to));
  }

  private static MerkleTree treeOf(int size) {
    MerkleTree tree = new MerkleTree();
    IntStream.range(0, size).forEach(i -> tree.append(data(i)));
    return tree;
  }

  private Hash leaf(int index) {
    return hashing.leaf(data(index));
  }

  private static byte[] data(int index) {
    return ByteBuffer.allocate(4).putInt(index).array();
  }
}
