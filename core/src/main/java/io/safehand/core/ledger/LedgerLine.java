package io.safehand.core.ledger;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of the log: who did what, about whom, why, by which decision, when, in which deal. Immutable.
 *
 * <p>It holds no personal data: {@code who} is an account, {@code about} can be linked only with the person's
 * {@link LedgerKey}, and {@code details} hold codes, counts, ids and hashes. Empty texts and details are not written.
 * The time is cut to microseconds. Format: docs/formats/ledger.md, version 1.
 */
public record LedgerLine(LineNonce nonce, Instant at, String who, String act, Optional<About> about,
    String purpose, String caseId, String decision, String deal, Json.Object details) {
  /** The longest line that fits into the log, in bytes. */
  public static final int LONGEST_BYTES = 0xffff;

  private static final long VERSION = 1;
  private static final Pattern ACT = Pattern.compile("[a-z]+(\\.[a-z]+)+");
  private static final int LONGEST_TEXT = 200;

  public LedgerLine {
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (!ACT.matcher(act).matches() || who.isEmpty() || !LineTime.isWritable(at)) {
      throw new IllegalArgumentException(
          "a line names an account, a dotted act and a time of four-digit years");
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
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("v", Json.number(VERSION));
    members.put("nonce", Json.text(nonce.toString()));
    members.put("at", Json.text(LineTime.format(at)));
    members.put("who", Json.text(who));
    members.put("act", Json.text(act));
    about.ifPresent(person -> members.put("about", Json.text(person.hex())));
    putUnlessEmpty(members, "purpose", purpose);
    putUnlessEmpty(members, "case", caseId);
    putUnlessEmpty(members, "decision", decision);
    putUnlessEmpty(members, "deal", deal);
    if (!details.members().isEmpty()) {
      members.put("details", details);
    }
    return new Json.Object(members);
  }

  private static void putUnlessEmpty(Map<String, Json> members, String name, String text) {
    if (!text.isEmpty()) {
      members.put(name, Json.text(text));
    }
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
    return new LedgerLine(LineNonce.parse(json.text("nonce")), LineTime.parse(json.text("at")),
        json.text("who"), json.text("act"), json.find("about").map(Json::asText).map(About::new),
        text(json, "purpose"), text(json, "case"), text(json, "decision"), text(json, "deal"),
        json.find("details").map(Json::asObject).orElse(Json.object()));
  }

  private static String text(Json.Object json, String name) {
    return json.find(name).map(Json::asText).orElse("");
  }
}
