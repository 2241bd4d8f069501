package io.safehand.core.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.SharedData;
import io.safehand.core.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The 196 proofs of transparency-dev/merkle: our verdict is theirs in every one. */
class MerkleVectorsTest {

  @Test
  void judgesEveryInclusionProofAsItsAuthorsDo() throws IOException {
    assertThat(disagreements("inclusion", MerkleVectorsTest::includes)).isEmpty();
  }

  @Test
  void judgesEveryConsistencyProofAsItsAuthorsDo() throws IOException {
    assertThat(disagreements("consistency", MerkleVectorsTest::isConsistent)).isEmpty();
  }

  private static boolean includes(Json.Object test) {
    return has(test, "root") && has(test, "leafHash")
        && new InclusionProof(number(test, "leafIdx"), number(test, "treeSize"), path(test))
            .proves(hash(test, "leafHash"), hash(test, "root"));
  }

  private static boolean isConsistent(Json.Object test) {
    return has(test, "root1") && has(test, "root2")
        && new ConsistencyProof(number(test, "size1"), number(test, "size2"), path(test))
            .proves(hash(test, "root1"), hash(test, "root2"));
  }

  /** A hash that is absent or empty cannot even be handed to our classes: it is refused when it is read. */
  private static boolean has(Json.Object test, String name) {
    return test.find(name)
        .filter(Json.Text.class::isInstance)
        .filter(text -> !text.asText().isEmpty())
        .isPresent();
  }

  private static List<String> disagreements(String kind, Predicate<Json.Object> proves) throws IOException {
    try (Stream<Path> files = Files.walk(SharedData.folder("merkle").resolve(kind))) {
      List<Path> tests = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      assertThat(tests).hasSize(98);
      return tests.stream()
          .filter(file -> proves.test(read(file)) == read(file).bool("wantErr"))
          .map(Path::toString)
          .toList();
    }
  }

  private static Json.Object read(Path file) {
    try {
      return Json.parse(Files.readAllBytes(file)).asObject();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** Some vectors have sizes beyond 63 bits; whatever does not fit ours is no valid number here. */
  private static long number(Json.Object test, String name) {
    return test.decimal(name).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
  }

  /** Some vectors use words in place of hashes; equal words become equal hashes here, and unequal ones unequal. */
  private static Hash hash(String base64) {
    byte[] bytes = StrictBase64.decode(base64).orElseThrow();
    return bytes.length == Hash.BYTES ? Hash.of(bytes) : new Hashing().leaf(bytes);
  }

  private static Hash hash(Json.Object test, String name) {
    return hash(test.text(name));
  }

  private static List<Hash> path(Json.Object test) {
    return test.find("proof").filter(Json.Array.class::isInstance).isEmpty()
        ? List.of()
        : test.array("proof").texts().stream().map(MerkleVectorsTest::hash).toList();
  }
}
