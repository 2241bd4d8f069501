package io.safehand.server.base.keys;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Seals small texts that are secret or personal and belong to no customer: names and mail addresses of people at work,
 * secrets of second factors, passwords of other systems. Shape: docs/formats/sealed-text.md.
 *
 * <p>
 * A text opens only for the company and at the place it was sealed for. Everything refuses with {@link Sealed} until the
 * server is unsealed. May be used by many threads.
 */
@Component
public final class SealedTexts {
  private static final byte FORMAT = 1;
  private static final int HEADER_BYTES = 2;
  private static final byte[] LABEL = "safehand text 1".getBytes(StandardCharsets.US_ASCII);

  private final HouseSigner house;
  private final SecureRandom random;

  SealedTexts(HouseSigner house, SecureRandom random) {
    this.house = house;
    this.random = random;
  }

  /** @param place table, column and row that will hold it, such as {@code access.party.name/<id>} */
  public byte[] seal(CompanyId company, String place, PersonalText text) {
    byte[] plain = text.exposed().getBytes(StandardCharsets.UTF_8);
    try {
      return sealBytes(company, place, plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** @throws ForgedText when it was not sealed for exactly this company and place */
  public PersonalText open(CompanyId company, String place, byte[] sealed) {
    return PersonalText.of(new String(openBytes(company, place, sealed), StandardCharsets.UTF_8));
  }

  /** As {@link #seal}; the caller overwrites what was sealed. */
  public byte[] sealBytes(CompanyId company, String place, byte[] plain) {
    Suite suite = Suite.AES_256_GCM;
    byte[] sealed = with(company, suite, (box, key) -> box.seal(key, context(company, place), plain));
    return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
        .put(FORMAT)
        .put((byte) suite.number())
        .put(sealed)
        .array();
  }

  /** As {@link #open}. */
  public byte[] openBytes(CompanyId company, String place, byte[] sealed) {
    if (sealed.length < HEADER_BYTES || sealed[0] != FORMAT) {
      throw new ForgedText();
    }
    byte[] body = Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length);
    return with(company, Suite.ofNumber(sealed[1]),
        (box, key) -> box.open(key, context(company, place), body)).orElseThrow(ForgedText::new);
  }

  /** A hash by a key of this house: equal texts of one use give equal hashes, and nobody else can try values. */
  public byte[] hash(String use, String text) {
    return house.house().texts().hash(use, text);
  }

  private <T> T with(CompanyId company, Suite suite, Use<T> use) {
    byte[] key = house.house().texts().of(company);
    try (SecretBox box = new SecretBox(suite, new Randomness(random))) {
      return use.of(box, key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] context(CompanyId company, String place) {
    byte[] where = place.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(LABEL.length + 16 + where.length)
        .put(LABEL)
        .putLong(company.value().getMostSignificantBits())
        .putLong(company.value().getLeastSignificantBits())
        .put(where)
        .array();
  }

  /** Something done with the company's key. */
  private interface Use<T> {
    T of(SecretBox box, byte[] key);
  }
}
