package io.safehand.core.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilePathTest {

  @Test
  void numbersTilesAsTheStandardDoes() {
    assertThat(TilePath.hashes(0, 1_234_067, 256)).isEqualTo("tile/0/x001/x234/067");
    assertThat(TilePath.hashes(2, 0, 17)).isEqualTo("tile/2/000.p/17");
    assertThat(TilePath.lines(999, 256)).isEqualTo("tile/entries/999");
    assertThat(TilePath.lines(1000, 1)).isEqualTo("tile/entries/x001/000.p/1");
  }

  @Test
  void readsExactlyTheLinesOfABundle() {
    List<byte[]> lines = List.of(new byte[]{1}, new byte[0], new byte[65_535]);
    byte[] bundle = LineBundle.write(lines);
    assertThat(LineBundle.read(bundle, 3).orElseThrow()).containsExactlyElementsOf(lines);
    for (int count : new int[]{-1, 0, 2, 4, Integer.MAX_VALUE}) {
      assertThat(LineBundle.read(bundle, count)).isEmpty();
    }
    assertThat(LineBundle.read(Arrays.copyOf(bundle, bundle.length - 1), 3)).isEmpty();
    assertThat(LineBundle.read(Arrays.copyOf(bundle, bundle.length + 1), 3)).isEmpty();
  }
}
