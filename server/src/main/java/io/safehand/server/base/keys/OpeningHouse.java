package io.safehand.server.base.keys;

import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.root.HouseSecrets;
import io.safehand.core.vault.root.RootOwner;
import io.safehand.core.vault.root.RootSlots;
import io.safehand.core.vault.root.UnsealSecret;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.server.start.CannotStart;
import io.safehand.server.start.ExitCode;
import io.safehand.server.start.Settings;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the house under the unseal secret; makes it at the very first start. */
@Component
final class OpeningHouse {
  private static final String SIGNING = "signing-keys";
  private static final String TEXTS = "text-key";

  private final Settings settings;
  private final RootPlaces places;
  private final HouseRow row;
  private final SecureRandom random;

  OpeningHouse(Settings settings, RootPlaces places, HouseRow row, SecureRandom random) {
    this.settings = settings;
    this.places = places;
    this.row = row;
    this.random = random;
  }

  /** Takes the secret over when it succeeds. */
  OpenHouse open(UnsealSecret secret) {
    RootSlots slots = new RootSlots(places.roots(), secret, Suite.AES_256_GCM, new Randomness(random));
    Optional<HouseRow.House> house = row.read();
    return house.isPresent() ? load(house.get(), secret, slots) : found(secret, slots);
  }

  /** In a restore a listed folder may be new: it is given what the other has. */
  private OpenHouse load(HouseRow.House house, UnsealSecret secret, RootSlots slots) {
    if (!settings.restore().isEmpty()) {
      places.make();
    }
    slots.repair(house.root());
    RootKey root = slots.load(house.root());
    slots.keepOnly(RootOwner.house(), Set.of(house.root()));
    byte[] keys = secrets(root).get(SIGNING)
        .orElseThrow(() -> new IllegalStateException("the signing keys are missing beside the house root"));
    SigningKeys signing = SigningKeys.open(house.name(), keys, random);
    byte[] texts = secrets(root).get(TEXTS).orElseGet(() -> drawTextKey(root));
    if (!settings.restore().isEmpty()) {
      secrets(root).put(SIGNING, keys);
      secrets(root).put(TEXTS, texts);
    }
    Arrays.fill(keys, (byte) 0);
    return new OpenHouse(secret, slots, root, signing, new TextKey(texts));
  }

  /** The row comes last: until it is there, whatever a crash left is only a candidate. */
  private OpenHouse found(UnsealSecret secret, RootSlots slots) {
    if (places.holdCheckpoints()) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "unseal.old-copy");
    }
    places.make();
    slots.keepOnly(RootOwner.house(), Set.of());
    RootKey root = slots.create(RootOwner.house());
    byte[] id = new byte[4];
    random.nextBytes(id);
    SigningKeys signing = SigningKeys.generate("safehand-" + HexFormat.of().formatHex(id), random);
    byte[] keys = signing.secret();
    secrets(root).put(SIGNING, keys);
    Arrays.fill(keys, (byte) 0);
    TextKey texts = new TextKey(drawTextKey(root));
    row.add(new HouseRow.House(signing.name(), root.id()));
    return new OpenHouse(secret, slots, root, signing, texts);
  }

  /** At the very first start, and in a house that is older than sealed texts. */
  private byte[] drawTextKey(RootKey root) {
    byte[] key = new byte[TextKey.BYTES];
    random.nextBytes(key);
    secrets(root).put(TEXTS, key);
    return key;
  }

  private HouseSecrets secrets(RootKey root) {
    return new HouseSecrets(places.secrets(), root, Suite.AES_256_GCM, new Randomness(random));
  }
}
