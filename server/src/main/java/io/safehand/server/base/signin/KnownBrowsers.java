package io.safehand.server.base.signin;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.SealedTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Marks of browsers that somebody signed in with before. A mark opens nothing: its browser only has tries of its own, so
 * that nobody elsewhere can use those up. It holds a random part and its hash with the name under a key of this house;
 * nothing is stored. May be used by many threads.
 */
@Component
public final class KnownBrowsers {
  private static final String SHAPE = "[A-Za-z0-9_-]{43}\\.[0-9a-f]{64}";
  private static final int RANDOM_LETTERS = 43;

  private final SealedTexts texts;
  private final SignIns signIns;
  private final Sessions sessions;
  private final SecureRandom random;

  KnownBrowsers(SealedTexts texts, SignIns signIns, Sessions sessions, SecureRandom random) {
    this.texts = texts;
    this.signIns = signIns;
    this.sessions = sessions;
    this.random = random;
  }

  /** The mark for the browser that this session has just begun in; empty where nobody signs in by name. */
  public Optional<String> mark(SessionToken session) {
    return sessions.find(session).map(Sessions.SignedIn::account).flatMap(this::mark);
  }

  private Optional<String> mark(Account account) {
    String drawn = SessionToken.fresh(random).exposed();
    return signIns.name(account).map(name -> drawn + "." + hash(name, drawn));
  }

  /** Whether the mark was given to a browser that this name signed in with. */
  boolean knows(String name, String mark) {
    return mark.matches(SHAPE)
        && MessageDigest.isEqual(mark.substring(RANDOM_LETTERS + 1).getBytes(StandardCharsets.US_ASCII),
            hash(name, mark.substring(0, RANDOM_LETTERS)).getBytes(StandardCharsets.US_ASCII));
  }

  private String hash(String name, String drawn) {
    return HexFormat.of().formatHex(texts.hash("signin.known-browser", drawn + name));
  }
}
