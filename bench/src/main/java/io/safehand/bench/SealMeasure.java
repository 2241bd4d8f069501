package io.safehand.bench;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.vault.BlindIndex;
import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.PreparedGroup;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Sealing;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.Vault;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sealing in memory: an own key a person, four groups with derivation and commitment, a ledger key, four tags; against a
 * loop over the JDK's classes that does the same and nothing else. Then the same on two threads against one.
 */
final class SealMeasure implements Measure {
  private static final int GROUPS = 4;
  private static final int GROUP_BYTES = 71;
  /** What a ledger key is bound to: record id and facts. */
  private static final byte[] FACTS = new byte[26];

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    int people = ground.people();
    SecureRandom random = ground.product().door(SecureRandom.class);
    Loop loop = new Loop(random);
    BareSealing bare = new BareSealing(GROUPS, GROUP_BYTES);
    List<Figures> figures = Timing.inTurns(ground.rounds() + 1,
        List.of(Timing.rate(people, () -> loop.seal(people)), Timing.rate(people, () -> bare.seal(people)),
            Timing.rate(2L * people, () -> onTwoThreads(random, people))));
    report.line("seal in memory", "people/s", figures.get(0), "the same steps by a bare loop over the JDK",
        figures.get(1), Goal.atLeast(0.85));
    report.line("seal in memory, two threads", "people/s", figures.get(2), "one thread", figures.get(0),
        Goal.atLeast(1.8));
  }

  private static void onTwoThreads(SecureRandom random, int people) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Callable<Void> share = () -> {
        new Loop(random).seal(people);
        return null;
      };
      for (Future<Void> done : pool.invokeAll(List.of(share, share))) {
        done.get();
      }
    }
  }

  /** What an intake does with each person between checking and writing. */
  private static final class Loop {
    private final Randomness random;
    private final Vault vault;
    private final BlindIndex index;
    private final PreparedGroup[] groups = IntStream.range(0, GROUPS)
        .mapToObj(i -> new PreparedGroup(new GroupName("group" + i), Suite.AES_256_GCM, 1))
        .toArray(PreparedGroup[]::new);
    private final FieldName[] fields = Stream.of("customer_no", "resident_id", "credit_code", "mobile")
        .map(FieldName::new)
        .toArray(FieldName[]::new);
    private final byte[] clear = new byte[GROUP_BYTES];
    private final ByteBuffer out = ByteBuffer.allocate(4096);

    Loop(SecureRandom source) {
      random = new Randomness(source);
      vault = new Vault(random);
      index = new BlindIndex(EpochKey.draw(1, random));
    }

    /** Uses every result, so that nothing can be left out. */
    long seal(int people) {
      long used = 0;
      for (int i = 0; i < people; i++) {
        try (PersonKey key = PersonKey.draw(random)) {
          Sealing sealing = vault.record(key, random.personId(), random.recordId());
          out.clear();
          for (PreparedGroup group : groups) {
            sealing.seal(group, clear, 0, clear.length, out);
          }
          used += out.get(out.position() - 1) + vault.sealNewLedgerKey(key, random.personId(), FACTS).length;
          String value = Integer.toString(1_000_000_000 + i);
          for (FieldName field : fields) {
            used += index.tag(field, value);
          }
        }
      }
      return used;
    }
  }
}
