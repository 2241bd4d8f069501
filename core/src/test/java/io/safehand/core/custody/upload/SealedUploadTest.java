package io.safehand.core.custody.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.custody.keys.Roots;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedUploadTest {
  private static final UUID UPLOAD = new UUID(7, 8);
  private static final long MOST = 1 << 20;
  private final SecureRandom random = new SecureRandom();
  private final HeldRoots slots = new HeldRoots();
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void opensAtEveryPlaceWhatWasSealed(int length) throws IOException {
    byte[] content = new byte[length];
    random.nextBytes(content);
    try (UploadKey key = key(); SeekableByteChannel channel = sealed(content, key).open()) {
      assertThat(channel.size()).isEqualTo(length);
      for (int from : new int[]{0, length / 2, Math.max(0, length - 1), length}) {
        ByteBuffer read = ByteBuffer.allocate(length + 1);
        channel.position(from);
        while (channel.read(read) >= 0) {
          // to the end
        }
        assertThat(Arrays.copyOf(read.array(), read.position()))
            .isEqualTo(Arrays.copyOfRange(content, from, length));
      }
    }
  }

  @Test
  void nothingOfTheContentIsOnDiskAndNobodyElseMayReadIt() throws IOException {
    byte[] content = "姓名,手机\n张三,13800138000\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    try (UploadKey key = key()) {
      SealedUpload upload = sealed(content, key);
      String disk = Files.readString(folder.resolve("u"), StandardCharsets.ISO_8859_1);
      assertThat(disk).doesNotContain("13800138000");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("u"))))
          .isEqualTo("rw-------");
      try (CsvSource csv = CsvSource.open(upload)) {
        assertThat(csv.columns()).containsExactly("姓名", "手机");
      }
    }
  }

  @Test
  void aFileThatWasCutSwappedOrChangedIsRefused() throws IOException {
    byte[] content = new byte[150_000];
    try (UploadKey key = key()) {
      sealed(content, key);
      byte[] sealed = Files.readAllBytes(folder.resolve("u"));
      assertRefused(Arrays.copyOf(sealed, sealed.length - 1), content.length, key);
      assertRefused(Arrays.copyOf(sealed, 8 + 65_564), 65_536, key);
      byte[] swapped = sealed.clone();
      System.arraycopy(sealed, 8, swapped, 8 + 65_564, 65_564);
      assertRefused(swapped, content.length, key);
      for (int at : new int[]{0, 7, 8, 70_000, sealed.length - 1}) {
        byte[] flipped = sealed.clone();
        flipped[at] ^= 1;
        assertRefused(flipped, content.length, key);
      }
    }
  }

  @Test
  void moreThanIsTakenIsRefused() {
    try (UploadKey key = key()) {
      assertThatThrownBy(() -> SealedUpload.write(new ByteArrayInputStream(new byte[(int) MOST + 1]),
          folder.resolve("large"), key, MOST)).isInstanceOf(UploadTooLarge.class);
    }
  }

  @Test
  void anErasedKeyOpensNothingEvenForWhoKeptTheFile() throws IOException {
    try (UploadKey key = key()) {
      sealed(new byte[100], key);
    }
    assertThat(UploadKey.erase(slots)).isEmpty();
    assertThat(UploadKey.find(slots, UPLOAD, random)).isEmpty();
    try (UploadKey another = key()) {
      assertRefused(Files.readAllBytes(folder.resolve("u")), 100, another);
    }
  }

  @Test
  void whatWasSaidAboutOneUploadIsNotTakenForSomethingElse() {
    try (UploadKey key = key(); UploadKey other = UploadKey.draw(new HeldRoots(), new UUID(1, 1), random)) {
      byte[] sealed = key.seal("plan", new byte[]{1, 2});
      assertThat(key.open("plan", sealed)).contains(new byte[]{1, 2});
      assertThat(key.open("survey", sealed)).isEmpty();
      assertThat(other.open("plan", sealed)).isEmpty();
      assertThat(key).hasToString("•••");
    }
  }

  private void assertRefused(byte[] sealed, long bytes, UploadKey key) throws IOException {
    Path file = Files.write(folder.resolve("changed"), sealed);
    assertThatThrownBy(() -> {
      try (SeekableByteChannel channel = new SealedUpload(file, bytes, key).open()) {
        ByteBuffer all = ByteBuffer.allocate((int) bytes);
        while (all.hasRemaining() && channel.read(all) >= 0) {
          // to the end
        }
      }
    }).isInstanceOf(DamagedFile.class);
  }

  private UploadKey key() {
    return UploadKey.draw(slots, UPLOAD, random);
  }

  private SealedUpload sealed(byte[] content, UploadKey key) throws IOException {
    Path file = folder.resolve("u");
    SealedUpload.Written written = SealedUpload.write(new ByteArrayInputStream(content), file, key, MOST);
    assertThat(written.bytes()).isEqualTo(content.length);
    return new SealedUpload(file, written.bytes(), key);
  }

  /** Slots in memory. */
  private static final class HeldRoots implements Roots {
    private final Map<RootId, byte[]> held = new HashMap<>();

    @Override
    public RootKey load(RootId root) {
      return RootKey.read(root, ByteBuffer.wrap(held.get(root)));
    }

    @Override
    public void store(RootKey root) {
      byte[] bytes = new byte[32];
      root.write(ByteBuffer.wrap(bytes));
      held.put(root.id(), bytes);
    }

    @Override
    public List<String> erase(RootId root) {
      held.remove(root);
      return List.of();
    }

    @Override
    public List<RootId> listed() {
      return new ArrayList<>(held.keySet());
    }
  }
}
