package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A second implementation of suite 1 from docs/formats/vault.md, with the JDK alone, opens what the vault sealed. */
class DerivationTest {
  private final VaultFixture safe = new VaultFixture();

  @Test
  void aSecondImplementationOpensWhatTheVaultSealed() throws Exception {
    byte[] sealed = safe.vault.record(safe.key, safe.person, safe.record)
        .seal(new PreparedGroup(VaultFixture.CONTACT, Suite.AES_256_GCM, 300), VaultFixture.utf8("王"))
        .toBytes();
    byte[] data = hmac(safe.key.bytes(), VaultFixture.utf8("safehand data 1\u0001"));
    byte[] group = hmac(data, join("safehand group 1", new byte[]{0, 1}, "contact", new byte[]{1}));
    ByteBuffer ids = ByteBuffer.allocate(32);
    safe.person.write(ids);
    safe.record.write(ids);
    ByteBuffer keyId = ByteBuffer.allocate(16);
    safe.key.id().write(keyId);
    byte[] context = join(new byte[]{1, 1, 1, 1, 16}, slice(ids.array(), 0, 16), new byte[]{16},
        slice(ids.array(), 16, 16), new byte[]{7}, "contact", new byte[]{4, 0, 0, 1, 44, 16}, keyId.array());
    byte[] header = join(new byte[]{1, 1, 7}, "contact", new byte[]{(byte) 0xac, 2, 19});
    assertThat(slice(sealed, 0, header.length)).isEqualTo(header);
    assertThat(slice(sealed, header.length + 12, 32)).isEqualTo(hmac(group, join("commit", context)));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(group, "AES"),
        new GCMParameterSpec(128, slice(sealed, header.length, 12)));
    cipher.updateAAD(context);
    assertThat(cipher.doFinal(slice(sealed, header.length + 44, 19))).isEqualTo(VaultFixture.utf8("王"));
  }

  /** Fixed so that what is stored today opens in ten years. */
  @Test
  void derivesTheSameKeysForEver() {
    Derivation derivation = new Derivation();
    byte[] person = HexFormat.of()
        .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    byte[] data = new byte[32];
    derivation.data(person, data);
    assertThat(derived(data)).isEqualTo("5c5838b6be4ea57d6c15f44acea11a05b4014a0fd7dbc041d0752f3c844a81a6");
    byte[] own = new byte[32];
    derivation.own(person, own);
    assertThat(derived(own)).isEqualTo("f1fe7f7b9e16ae403cf5070aeafc76e956f08a76772c2d1732ec0057a54a6f68");
    byte[] aes = new byte[32];
    derivation.group(data, new PreparedGroup(new GroupName("contact"), Suite.AES_256_GCM, 1), aes);
    assertThat(derived(aes)).isEqualTo("a8a64351ae90e670d90453a21005056da48553061c3d300c76ca4f5c7d5b840b");
    byte[] sm4 = new byte[32];
    derivation.group(data, new PreparedGroup(new GroupName("contact"), Suite.SM4_GCM_SM3, 1), sm4);
    assertThat(derived(sm4)).isEqualTo("5cd9a7ca408ef17d15eda9434f7a1e1cd786897085d45151f485cc2dc3ab9bb2");
  }

  /** Sealed once by this project with the keys above, suites 1 and 2. */
  @Test
  void opensWhatWasSealedBefore() {
    byte[] bytes = HexFormat.of()
        .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    PersonKey key = new PersonKey(new KeyId(1, 2), bytes);
    Place place = new Place(new PersonId(3, 4), new RecordId(5, 6), VaultFixture.CONTACT);
    for (String sealed : new String[]{
      "010107636f6e74616374011911c8246e8df82218260757cf9ed39e698494219220e5372109f988fad624e4e20be75540"
          + "d93b35adedb48634a6a7189c8d2a4e524e6fcf9772002e34469955c99015181c70",
      "010207636f6e746163740119071864dfb14519814d6a4def8d676ae2bca9c7c953ed66353b40ad033c3deb61527f13fe"
          + "c739f1bb8236f86c8c1c4c371c1081044bd4ce5d89d35af7d4b605a7f18806cfe8"}) {
      assertThat(safe.open(key, place, SealedGroup.read(HexFormat.of().parseHex(sealed)))).isEqualTo("王小明");
    }
  }

  private static String derived(byte[] key) {
    return HexFormat.of().formatHex(key);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] slice(byte[] bytes, int from, int length) {
    return ByteBuffer.allocate(length).put(bytes, from, length).array();
  }

  private static byte[] join(Object... parts) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    for (Object part : parts) {
      to.writeBytes(
          part instanceof byte[] bytes ? bytes : ((String) part).getBytes(StandardCharsets.US_ASCII));
    }
    return to.toByteArray();
  }
}
