package io.safehand.core.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Whether this machine computes what others published: each algorithm once against a vector that nobody here wrote, and
 * once against a forgery of it. Takes milliseconds, uses no key of anybody. Sources: NIST GCM test case 14, RFC 8998 A.1
 * (SM4-GCM), RFC 4231 case 2 (HMAC) and FIPS 180-4 (SHA-256).
 */
public final class KnownAnswers {
  private KnownAnswers() {}

  /** @param passed the answer was right, and the forgery was refused */
  public record Answer(String algorithm, boolean passed) {}

  /** Asks all, in a fixed order. */
  public static List<Answer> ask() {
    return List.of(answer("AES-256-GCM", KnownAnswers::aes), answer("SM4-GCM", KnownAnswers::sm4),
        answer("HMAC-SHA-256", KnownAnswers::hmac), answer("SHA-256", KnownAnswers::sha256));
  }

  private interface Question {
    boolean isRight();
  }

  private static Answer answer(String algorithm, Question question) {
    try {
      return new Answer(algorithm, question.isRight());
    } catch (RuntimeException broken) {
      return new Answer(algorithm, false);
    }
  }

  private static boolean aes() {
    return aead(new AesGcm(), new Sealed(new byte[32], new byte[12], new byte[0], new byte[16],
        hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")));
  }

  private static boolean sm4() {
    return aead(new Sm4Gcm(),
        new Sealed(hex("0123456789abcdeffedcba9876543210"), hex("00001234567800000000abcd"),
            hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"),
            hex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec")));
  }

  @SuppressWarnings("ArrayRecordComponent") // a vector, compared in one place
  private record Sealed(byte[] key, byte[] nonce, byte[] context, byte[] plain, byte[] sealed) {}

  private static boolean aead(Aead cipher, Sealed vector) {
    byte[] sealed = new byte[vector.sealed().length];
    cipher.startSealing(vector.key(), vector.nonce(), vector.context(), 0, vector.context().length);
    cipher.seal(vector.plain(), 0, vector.plain().length, sealed, 0);
    byte[] opened = new byte[vector.sealed().length];
    boolean opens = open(cipher, vector, sealed, opened);
    boolean same = Arrays.equals(sealed, vector.sealed())
        && Arrays.equals(Arrays.copyOf(opened, vector.plain().length), vector.plain());
    sealed[sealed.length - 1] ^= 1;
    return opens && same && !open(cipher, vector, sealed, opened);
  }

  private static boolean open(Aead cipher, Sealed vector, byte[] sealed, byte[] out) {
    cipher.startOpening(vector.key(), vector.nonce(), vector.context(), 0, vector.context().length);
    return cipher.open(sealed, 0, sealed.length, out, 0);
  }

  private static boolean hmac() {
    Hmac hmac = new Hmac(new Hash.Sha256());
    hmac.key(ascii("Jefe"));
    byte[] message = ascii("what do ya want for nothing?");
    byte[] mac = new byte[Hash.BYTES];
    hmac.mac(message, 0, message.length, mac, 0);
    byte[] right = hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    message[0] ^= 1;
    byte[] other = new byte[Hash.BYTES];
    hmac.mac(message, 0, message.length, other, 0);
    return Arrays.equals(mac, right) && !Arrays.equals(other, right);
  }

  private static boolean sha256() {
    Hash hash = new Hash.Sha256();
    byte[] out = new byte[Hash.BYTES];
    hash.update(ascii("abc"), 0, 3);
    hash.finish(out, 0);
    return Arrays.equals(out, hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
