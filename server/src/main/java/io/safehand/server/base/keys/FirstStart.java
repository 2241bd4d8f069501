package io.safehand.server.base.keys;

import io.safehand.core.hash.Sha256;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The first start of a new house: whoever opens the link from the terminal, once and within the hour, gives the
 * passphrase and the folder for another copy of the root slots, and is told what a recovery will need.
 *
 * <p>
 * The page {@code /setup} does: {@link #redeem} with the token of the link, which gives a claim for its form; then
 * {@link #found} with that claim, where no house is there yet; then {@link #finish}. Only SHA-256 values of tokens are kept, and only in memory: a new start prints a new link.
 * May be used by many threads.
 */
@Component
public final class FirstStart {
  /** Letters a passphrase has at least: it is stretched, but it is all that stands between a stolen disk and the data. */
  public static final int SHORTEST_PASSPHRASE = 12;
  private static final Duration LASTS = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 32;

  private final Keys keys;
  private final HouseRow house;
  private final RootPlaces places;
  private final Clock clock;
  private final SecureRandom random;
  private @Nullable Issued link;
  private @Nullable Issued claim;

  FirstStart(Keys keys, HouseRow house, RootPlaces places, Clock clock, SecureRandom random) {
    this.keys = keys;
    this.house = house;
    this.places = places;
    this.clock = clock;
    this.random = random;
  }

  /** What came of giving the passphrase. */
  public sealed interface Founding {
    /** The house is made and open. The sheet is shown once, to be printed. */
    record Founded(RecoverySheet sheet) implements Founding {}

    /** Nothing was made. */
    record Refused(Why why) implements Founding {}
  }

  /** Why nothing was made. */
  public enum Why {
    /** The link or the form is used up, too old, or not ours. */
    LINK,
    /** Fewer than {@link #SHORTEST_PASSPHRASE} letters. */
    SHORT,
    /** The folder cannot be made or written. */
    FOLDER,
    /** The folder lies in the data folder or holds one of the copies already. */
    FOLDER_NOT_APART
  }

  /** Whether no house was ever made on this database. */
  public boolean isNeeded() {
    return !keys.isOpen() && house.read().isEmpty();
  }

  /** Whether a link is given out or a form is open; where none is, there is no page. */
  public synchronized boolean isOffered() {
    return isAlive(link) || isAlive(claim);
  }

  /** A token for a link that works once; an earlier one ends. */
  public synchronized String issue() {
    String token = draw();
    link = issued(token);
    return token;
  }

  /** A claim for the form, if the token is the one that was issued last, and unused. It lasts an hour. */
  public synchronized Optional<String> redeem(String token) {
    if (!isGood(link, token)) {
      return Optional.empty();
    }
    link = null;
    String drawn = draw();
    claim = issued(drawn);
    return Optional.of(drawn);
  }

  /** Whether this form is the one that was given out last, and unused. */
  public synchronized boolean isClaim(String given) {
    return isGood(claim, given);
  }

  /** Uses the form up: true for one caller only. */
  public synchronized boolean finish(String given) {
    boolean good = isGood(claim, given);
    if (good) {
      claim = null;
    }
    return good;
  }

  /**
   * Makes the house under this passphrase. The folder becomes one more listed place of the root slots: it is written at
   * every erasure and has to be there whenever the server runs.
   *
   * @param passphrase overwritten by the caller
   * @param another outside of the data folder, on another disk in production
   */
  public synchronized Founding found(String given, char[] passphrase, Path another) {
    if (!isGood(claim, given) || !isNeeded()) {
      return new Founding.Refused(Why.LINK);
    }
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      return new Founding.Refused(Why.SHORT);
    }
    Optional<Why> unfit = places.add(another);
    if (unfit.isPresent()) {
      return new Founding.Refused(unfit.get());
    }
    keys.unseal(passphrase);
    return new Founding.Founded(sheet());
  }

  /** What a recovery will need; where the house is open. */
  public RecoverySheet sheet() {
    return new RecoverySheet(keys.house(), clock.instant(), places.paths(), places.secondPlace(),
        keys.mode());
  }

  private String draw() {
    byte[] drawn = new byte[TOKEN_BYTES];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private Issued issued(String token) {
    return new Issued(Sha256.of(token), clock.instant().plus(LASTS));
  }

  private boolean isGood(@Nullable Issued issued, String token) {
    return issued != null && isAlive(issued) && MessageDigest.isEqual(issued.hash(), Sha256.of(token));
  }

  private boolean isAlive(@Nullable Issued issued) {
    return issued != null && clock.instant().isBefore(issued.ends());
  }

  @SuppressWarnings("ArrayRecordComponent") // compared in constant time only
  private record Issued(byte[] hash, Instant ends) {
    @Override
    public String toString() {
      return "•••";
    }
  }
}
