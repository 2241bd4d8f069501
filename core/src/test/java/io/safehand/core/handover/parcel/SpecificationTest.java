package io.safehand.core.handover.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.handover.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpecificationTest {
  private static final Path PAGE = Path.of("../docs/formats/package.md");

  @Test
  void everyPackageCarriesThePageOfItsFormat() throws IOException {
    try (InputStream carried = PackageWriter.class.getResourceAsStream(Layout.SPEC)) {
      assertThat(carried).isNotNull().hasSameContentAs(Files.newInputStream(PAGE));
    }
  }

  @Test
  void thePageListsEveryCode() throws IOException {
    String page = Files.readString(PAGE, StandardCharsets.UTF_8);
    for (Fault fault : Fault.values()) {
      assertThat(page).contains("`" + fault.code() + "`");
    }
  }
}
