package io.safehand.core.vault;

import io.safehand.core.custody.OpeningForTests;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A vault with one customer in it. */
final class VaultFixture {
  static final OpeningToken TOKEN = new OpeningForTests();
  static final GroupName CONTACT = new GroupName("contact");
  static final GroupName IDENTITY = new GroupName("identity");

  final Randomness randomness = new Randomness(new SecureRandom());
  final Vault vault = new Vault(randomness);
  final PersonKey key = PersonKey.draw(randomness);
  final PersonId person = randomness.personId();
  final RecordId record = randomness.recordId();
  final Place contact = new Place(person, record, CONTACT);

  SealedGroup seal(Suite suite, String text) {
    return vault.record(key, person, record).seal(new PreparedGroup(CONTACT, suite, 1), utf8(text));
  }

  String open(OpeningKey with, Place place, SealedGroup sealed) {
    return new String(vault.open(TOKEN, with, place, sealed), StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
