package io.safehand.core.handover.age;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;

/** One file of the C2SP age test kit: header lines, an empty line, the age file. */
record AgeVector(String name, Map<String, List<String>> header, byte[] file) {
  static AgeVector read(Path path) throws IOException {
    byte[] all = Files.readAllBytes(path);
    String latin = new String(all, StandardCharsets.ISO_8859_1);
    int end = latin.indexOf("\n\n");
    Map<String, List<String>> header = new TreeMap<>();
    for (String line : latin.substring(0, end).split("\n")) {
      int colon = line.indexOf(": ");
      header.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
    byte[] file = Arrays.copyOfRange(all, end + 2, all.length);
    if (header.containsKey("compressed")) {
      file = new InflaterInputStream(new ByteArrayInputStream(file)).readAllBytes();
    }
    return new AgeVector(path.getFileName().toString(), header, file);
  }

  String expect() {
    return values("expect").getFirst();
  }

  String payload() {
    return values("payload").getFirst();
  }

  List<String> identities() {
    return values("identity");
  }

  private List<String> values(String name) {
    return header.getOrDefault(name, List.of());
  }

  boolean isArmored() {
    return header.containsKey("armored");
  }

  boolean isForPassphrase() {
    return header.containsKey("passphrase");
  }

  static byte[] seed(String identity) {
    return Bech32.parse(identity.toLowerCase(Locale.ROOT)).data();
  }
}
