package io.safehand.server.deal.leaving;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A workbook that Excel and WPS open with a passphrase: agile encryption of [MS-OFFCRYPTO] with AES-256 in CBC, SHA-512
 * and a checksum by key. Nothing of it reaches a disk before it is encrypted.
 */
final class SealedWorkbook {
  private SealedWorkbook() {}

  /** Writes a workbook in clear. */
  interface Content {
    void write(OutputStream to) throws IOException;
  }

  static void write(Passphrase passphrase, Content content, OutputStream to) throws IOException {
    EncryptionInfo agile = new EncryptionInfo(EncryptionMode.agile, CipherAlgorithm.aes256,
        HashAlgorithm.sha512, -1, -1, ChainingMode.cbc);
    Encryptor encryptor = agile.getEncryptor();
    encryptor.confirmPassword(passphrase.exposed());
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      try (OutputStream clear = encryptor.getDataStream(file)) {
        content.write(clear);
      }
      file.writeFilesystem(to);
    } catch (GeneralSecurityException broken) {
      throw new IOException("the workbook could not be encrypted", broken);
    }
  }
}
