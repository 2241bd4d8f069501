package io.safehand.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for an encrypting JDBC proxy, which would be a large dependency: batches of a thousand rows, eight columns
 * encrypted one by one under one key and kept as Base64, a MAC beside each of the four searched ones. It has no SQL to
 * parse and rewrite, so a real proxy is slower.
 */
final class EncryptingProxy {
  private static final int BATCH = 1_000;
  private static final List<String> ENCRYPTED = Stream
      .concat(Plaintext.SEARCHED.stream(), Stream.of("name", "email", "address", "bank_card"))
      .toList();
  private final Peers peers;
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key = new SecretKeySpec(random.generateSeed(32), "AES");
  private final Cipher cipher;
  private final Mac mac;

  EncryptingProxy(Peers peers) throws GeneralSecurityException {
    this.peers = peers;
    this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    this.mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
  }

  double seconds(Path file) throws Exception {
    peers.prepare("create table bench.proxied ("
        + Stream.concat(ENCRYPTED.stream(), tags()).collect(Collectors.joining(" text, ")) + " text)");
    double seconds = Timing.seconds(() -> {
      insert(file);
      peers.execute(tags().map(tag -> "create index on bench.proxied (" + tag + ")").toArray(String[]::new));
    });
    peers.execute("drop schema bench cascade");
    return seconds;
  }

  private static Stream<String> tags() {
    return Plaintext.SEARCHED.stream().map(column -> "tag_" + column);
  }

  private void insert(Path file) throws Exception {
    String places = ", ?".repeat(ENCRYPTED.size() + Plaintext.SEARCHED.size()).substring(2);
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
        Connection connection = peers.connect();
        PreparedStatement insert = connection
            .prepareStatement("insert into bench.proxied values (" + places + ")")) {
      connection.setAutoCommit(false);
      int waiting = 0;
      for (NamedCsvRecord row : rows) {
        add(row, insert);
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private void add(NamedCsvRecord row, PreparedStatement insert)
      throws GeneralSecurityException, SQLException {
    int place = 1;
    for (String column : ENCRYPTED) {
      insert.setString(place++, encrypted(row.getField(column)));
    }
    for (String column : Plaintext.SEARCHED) {
      insert.setString(place++, Base64.getEncoder().encodeToString(mac.doFinal(utf8(row.getField(column)))));
    }
    insert.addBatch();
  }

  private String encrypted(String value) throws GeneralSecurityException {
    byte[] nonce = new byte[12];
    random.nextBytes(nonce);
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    return Base64.getEncoder().encodeToString(nonce)
        + Base64.getEncoder().encodeToString(cipher.doFinal(utf8(value)));
  }

  private static byte[] utf8(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
