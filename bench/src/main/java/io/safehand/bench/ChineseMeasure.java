package io.safehand.bench;

import io.safehand.core.person.GroupName;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.PreparedGroup;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.Vault;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Suite 2, SM4-GCM with SM3, sealing one group through the vault, against BouncyCastle's engines doing the same steps:
 * group key, cipher key, commitment, SM4-GCM.
 */
final class ChineseMeasure implements Measure {
  private static final int BYTES_A_PERSON = 50;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    SecureRandom random = ground.product().door(SecureRandom.class);
    for (int size : new int[]{64, 1_024, 8_192}) {
      int messages = Math.max(20, ground.people() * BYTES_A_PERSON / (size + 400));
      Own own = new Own(random, size);
      Bare bare = new Bare(size);
      List<Figures> figures = Timing.inTurns(ground.rounds() + 1, List.of(
          Timing.rate(messages, () -> own.seal(messages)), Timing.rate(messages, () -> bare.seal(messages))));
      report.line("chinese suite, " + size + " bytes", "groups/s", figures.get(0),
          "BouncyCastle raw, the same steps", figures.get(1), Goal.atLeast(1));
    }
  }

  private static final class Own {
    private final Randomness random;
    private final Vault vault;
    private final PreparedGroup group = new PreparedGroup(new GroupName("contact"), Suite.SM4_GCM_SM3, 1);
    private final byte[] clear;
    private final ByteBuffer out;

    Own(SecureRandom source, int size) {
      random = new Randomness(source);
      vault = new Vault(random);
      clear = new byte[size];
      out = ByteBuffer.allocate(size + 200);
    }

    void seal(int messages) {
      try (PersonKey key = PersonKey.draw(random)) {
        var sealing = vault.record(key, random.personId(), random.recordId());
        for (int i = 0; i < messages; i++) {
          sealing.seal(group, clear, 0, clear.length, out.clear());
        }
      }
    }
  }

  private static final class Bare {
    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    private final HMac mac = new HMac(new SM3Digest());
    private final byte[] clear;
    private final byte[] out;
    private final byte[] context = new byte[80];

    Bare(int size) {
      clear = new byte[size];
      out = new byte[size + 16];
    }

    void seal(int messages) throws InvalidCipherTextException {
      for (int i = 0; i < messages; i++) {
        byte[] groupKey = hmac(new byte[32], 24);
        byte[] cipherKey = hmac(groupKey, 15);
        hmac(groupKey, context.length);
        byte[] nonce = ByteBuffer.allocate(12).putInt(i).array();
        cipher.init(true, new AEADParameters(new KeyParameter(cipherKey, 0, 16), 128, nonce));
        cipher.processAADBytes(context, 0, context.length);
        int done = cipher.processBytes(clear, 0, clear.length, out, 0);
        cipher.doFinal(out, done);
      }
    }

    private byte[] hmac(byte[] key, int length) {
      byte[] result = new byte[32];
      mac.init(new KeyParameter(key));
      mac.update(context, 0, length);
      mac.doFinal(result, 0);
      return result;
    }
  }
}
