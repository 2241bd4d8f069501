package io.safehand.core.handover.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.handover.HandoverRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageZipTest {
  private static final long MOST = 1000;
  @TempDir
  Path folder;

  @Test
  void whatWasZippedComesOutTheSame() throws IOException {
    Path sent = Files.createDirectories(folder.resolve("sent"));
    Files.createDirectory(sent.resolve("audit"));
    Files.writeString(sent.resolve("manifest.json"), "{}");
    Files.writeString(sent.resolve("data-0001.age"), "sealed");
    Files.writeString(sent.resolve("audit/release.json"), "line");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    PackageZip.write(sent, zip);
    Path came = PackageZip.unpack(new ByteArrayInputStream(zip.toByteArray()), folder.resolve("came"), MOST);
    assertThat(new DiskFolder(came).files()).isEqualTo(new DiskFolder(sent).files());
    assertThat(came.resolve("audit/release.json")).hasContent("line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../manifest.json", "/etc/manifest.json", "audit/../../manifest.json", "data-1.age",
    "audit", "manifest.json/", "C:manifest.json"})
  void aNameThatNoPackageHasIsRefusedAndNothingStays(String name) throws IOException {
    refused(zip(name), MOST);
  }

  @Test
  void aFileTwiceTooMuchOrNothingIsRefusedAndNothingStays() throws IOException {
    byte[] two = zip("data-0001.age", "data-0002.age");
    refused(new String(two, StandardCharsets.ISO_8859_1).replace("data-0002.age", "data-0001.age")
        .getBytes(StandardCharsets.ISO_8859_1), MOST);
    refused(two, 7);
    refused(new byte[0], MOST);
    refused("no archive at all".getBytes(StandardCharsets.UTF_8), MOST);
  }

  @Test
  void nothingGrowsOnTheWay() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("data-0001.age"));
      zip.write(new byte[1 << 20]);
    }
    assertThat(bomb.size()).isLessThan(1 << 12);
    refused(bomb.toByteArray(), Long.MAX_VALUE);
  }

  @Test
  void aDataFileIsNoLongerThanOneThatIsWritten() {
    assertThat(Layout.most("data-0001.age")).isBetween(Layout.DATA_FILE, Layout.DATA_FILE + (1 << 23));
    assertThat(Layout.most(Layout.KEYS)).isGreaterThan(Layout.DATA_FILE);
  }

  @Test
  void oneThatBreaksOffIsRefusedAndNothingStays() throws IOException {
    byte[] whole = zip("manifest.json");
    for (int length = 1; length < 40; length++) {
      refused(Arrays.copyOf(whole, length), MOST);
    }
  }

  private void refused(byte[] zip, long most) {
    assertThatExceptionOfType(HandoverRefused.class)
        .isThrownBy(() -> PackageZip.unpack(new ByteArrayInputStream(zip), folder.resolve("target"), most));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write("some".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return bytes.toByteArray();
  }
}
