package io.safehand.core.ledger;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the log: who did what, about whom, why, by which decision, when, in which deal. Immutable.
 *
 * <p>It holds no personal data: {@code who} is an account, {@code about} can be linked only with the person's
 * {@link LedgerKey}, and {@code details} hold codes, counts, ids and hashes. Empty texts and details are not written.
 * The time is cut to microseconds. Format: docs/formats/ledger.md, version 1.
 */
public record LedgerLine(LineNonce nonce, Instant at, String who, String act, Optional<About> about,
    String purpose,
    String caseId, String decision, String deal, Json.Object details) {
  /** The longest line that fits into the log, in bytes. */
  public static final int LONGEST_BYTES = 0xffff;

  private static final long VERSION = 1;
  private static final int LONGEST_TEXT = 200;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'",
      Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  public LedgerLine {
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (!act.matches("[a-z]+(\\.[a-z]+)+") || who.isEmpty()) {
      throw new IllegalArgumentException("a line names an account and a dotted act");
    }
    for (String text : new String[]{who, act, purpose, caseId, decision, deal}) {
      if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "a text of a line has at most 200 characters, none of them control");
      }
    }
  }

  /** A line that says so far only who did what and when. */
  public static LedgerLine of(LineNonce nonce, Instant at, String who, Act act) {
    return new LedgerLine(nonce, at, who, act.code(), Optional.empty(), "", "", "", "", Json.object());
  }

  /** The line, about the person with this key. */
  public LedgerLine about(LedgerKey person) {
    return new LedgerLine(nonce, at, who, act, Optional.of(person.about(nonce)), purpose, caseId, decision,
        deal, details);
  }

  /** The line, with the code of the purpose that it served. */
  public LedgerLine forPurpose(String code) {
    return new LedgerLine(nonce, at, who, act, about, code, caseId, decision, deal, details);
  }

  /** The line, with the id of the case that it belongs to. */
  public LedgerLine inCase(String id) {
    return new LedgerLine(nonce, at, who, act, about, purpose, id, decision, deal, details);
  }

  /** The line, with the id of the decision that allowed it. */
  public LedgerLine byDecision(String id) {
    return new LedgerLine(nonce, at, who, act, about, purpose, caseId, id, deal, details);
  }

  /** The line, with the id of its deal. */
  public LedgerLine inDeal(String id) {
    return new LedgerLine(nonce, at, who, act, about, purpose, caseId, decision, id, details);
  }

  /** The line, with codes, counts, ids and hashes that its act calls for. */
  public LedgerLine with(Json.Object more) {
    return new LedgerLine(nonce, at, who, act, about, purpose, caseId, decision, deal, more);
  }

  /** The leaf of the log: canonical JSON. A line of more than {@link #LONGEST_BYTES} is refused. */
  public byte[] bytes() {
    byte[] bytes = json().canonical();
    if (bytes.length > LONGEST_BYTES) {
      throw new IllegalArgumentException("a line has at most " + LONGEST_BYTES + " bytes");
    }
    return bytes;
  }

  private Json.Object json() {
    Json.Object json = Json.object().with("v", VERSION).with("nonce", nonce.toString()).with("at", TIME
        .format(at))
        .with("who", who).with("act", act);
    json = about.isEmpty() ? json : json.with("about", about.get().hex());
    json = unlessEmpty(json, "purpose", purpose);
    json = unlessEmpty(json, "case", caseId);
    json = unlessEmpty(json, "decision", decision);
    json = unlessEmpty(json, "deal", deal);
    return details.members().isEmpty() ? json : json.with("details", details);
  }

  private static Json.Object unlessEmpty(Json.Object json, String name, String text) {
    return text.isEmpty() ? json : json.with(name, text);
  }

  /** Reads a leaf; refuses with {@link JsonRefused} whatever {@link #bytes} would not have written. */
  public static LedgerLine parse(byte[] bytes) {
    Json.Object json = Json.parse(bytes).asObject();
    try {
      LedgerLine line = read(json);
      if (Arrays.equals(line.bytes(), bytes)) {
        return line;
      }
    } catch (IllegalArgumentException | DateTimeException refused) {
      throw new JsonRefused("a line with a malformed member");
    }
    throw new JsonRefused("a line that is not in its canonical form");
  }

  private static LedgerLine read(Json.Object json) {
    json.only("v", "nonce", "at", "who", "act", "about", "purpose", "case", "decision", "deal", "details");
    if (json.number("v") != VERSION) {
      throw new JsonRefused("the version of the line is not known");
    }
    return new LedgerLine(LineNonce.parse(json.text("nonce")), TIME.parse(json.text("at"), Instant::from),
        json.text("who"), json.text("act"), json.find("about").map(Json::asText).map(About::new), text(json,
            "purpose"),
        text(json, "case"), text(json, "decision"), text(json, "deal"),
        json.find("details").map(Json::asObject).orElse(Json.object()));
  }

  private static String text(Json.Object json, String name) {
    return json.find(name).map(Json::asText).orElse("");
  }
}
