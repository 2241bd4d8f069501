package io.safehand.server.deal.handover;

import io.safehand.core.person.CompanyId;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the papers of one deal lie on this server: the package, {@code receipt.json} and {@code certificate.json}, as far
 * as there are any. None of them holds personal data in clear.
 */
public record DealFolder(Path folder) {
  /** The folder of a deal of this company; it need not exist. */
  public static DealFolder of(Settings settings, CompanyId company, DealId deal) {
    return new DealFolder(
        settings.dataFolder().resolve("deals").resolve(company.toString()).resolve(deal.toString()));
  }

  public Path packageFolder() {
    return folder.resolve("package");
  }

  public boolean hasPackage() {
    return Files.isRegularFile(packageFolder().resolve("manifest.json"));
  }

  public Optional<byte[]> receipt() throws IOException {
    return file("receipt.json");
  }

  public Optional<byte[]> certificate() throws IOException {
    return file("certificate.json");
  }

  private Optional<byte[]> file(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }
}
