package io.safehand.server.start;

import io.safehand.core.hash.Sha256;
import io.safehand.core.disk.Syncing;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of all files of a folder with length and SHA-256, beside them as {@code manifest.json}, and its own SHA-256 as
 * {@code manifest.sha256}. Finds what was damaged, cut, added or lost; not what somebody replaced who can write here.
 */
record Manifest(Path folder) {
  private static final String NAME = "manifest.json";
  private static final String SEAL = "manifest.sha256";
  private static final String PATH = "path";

  /** Makes every file durable, and lists it. Says how many bytes there are. */
  long write() throws IOException {
    List<Json> files = new ArrayList<>();
    long bytes = 0;
    for (Path file : files()) {
      Syncing.file(file);
      bytes += Files.size(file);
      files.add(listed(file));
    }
    byte[] manifest = Json.object().with("format", 1).with("files", files).canonical();
    put(NAME, manifest);
    put(SEAL, (HexFormat.of().formatHex(Sha256.of(manifest)) + "\n").getBytes(StandardCharsets.US_ASCII));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        Syncing.folder(each);
      }
    }
    return bytes;
  }

  private void put(String name, byte[] content) throws IOException {
    Syncing.file(Files.write(folder.resolve(name), content));
  }

  /** @throws CannotStart with {@link ExitCode#DATA} unless every file is as it was listed, and none besides */
  void verify() throws IOException {
    try {
      byte[] manifest = Files.readAllBytes(folder.resolve(NAME));
      String seal = Files.readString(folder.resolve(SEAL), StandardCharsets.US_ASCII);
      if (!seal.equals(HexFormat.of().formatHex(Sha256.of(manifest)) + "\n")) {
        throw damaged(NAME);
      }
      List<Json> found = new ArrayList<>();
      for (Path file : files()) {
        found.add(listed(file));
      }
      byte[] expected = Json.object().with("format", 1).with("files", found).canonical();
      if (!Arrays.equals(expected, manifest)) {
        throw damaged(firstDifference(Json.parse(manifest).asObject().array("files").items(), found));
      }
    } catch (java.nio.file.NoSuchFileException | java.nio.charset.CharacterCodingException | JsonRefused e) {
      throw damaged(NAME).because(e);
    }
  }

  private static String firstDifference(List<Json> listed, List<Json> found) {
    return Stream.concat(listed.stream(), found.stream())
        .filter(file -> !found.contains(file) || !listed.contains(file))
        .map(file -> file.asObject().text(PATH))
        .findFirst()
        .orElse(NAME);
  }

  private CannotStart damaged(String file) {
    return new CannotStart(ExitCode.DATA, "restore.damaged", folder.resolve(file));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.resolve(NAME)) && !file.equals(folder.resolve(SEAL)))
          .sorted()
          .toList();
    }
  }

  private Json listed(Path file) throws IOException {
    return Json.object()
        .with(PATH, folder.relativize(file).toString())
        .with("bytes", Files.size(file))
        .with("sha256", HexFormat.of().formatHex(hash(file)));
  }

  private static byte[] hash(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
      content.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return digest.digest();
  }
}
