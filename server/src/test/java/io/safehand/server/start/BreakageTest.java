package io.safehand.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks outside of us has a line and a code of its own, however deep it lies. */
class BreakageTest {
  private final Breakage breakage = new Breakage();

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P02"})
  void theDatabaseIsGone(String state) {
    assertThat(of(new SQLException("…", state)).code()).isEqualTo(ExitCode.UNAVAILABLE);
  }

  @Test
  void theDiskIsFullWhetherTheDatabaseOrTheSystemSaysSo() {
    assertThat(of(new SQLException("…", "53100")).code()).isEqualTo(ExitCode.INPUT_OUTPUT);
    CannotStart full = of(
        new UncheckedIOException(new FileSystemException("f", null, "No space left on device")));
    assertThat(full.code()).isEqualTo(ExitCode.INPUT_OUTPUT);
    assertThat(full.line(Locale.ENGLISH)).contains("no room left", "kept", "Make room");
  }

  /** The database dies of a full disk too: the cause is told, not the consequence. */
  @Test
  void theFullDiskIsToldRatherThanTheDatabaseThatDiedOfIt() {
    SQLException gone = new SQLException("…", "08006", new IOException("No space left on device"));
    assertThat(of(gone).code()).isEqualTo(ExitCode.INPUT_OUTPUT);
  }

  @Test
  void whatIsOurFaultIsNotExplainedAway() {
    assertThat(breakage.of(new IllegalStateException(new SQLException("…", "23505")))).isEmpty();
  }

  @Test
  void linesAreInTheLanguageOfThePerson() {
    assertThat(of(new SQLException("…", "08006")).line(Locale.SIMPLIFIED_CHINESE)).contains("数据库");
  }

  private CannotStart of(Throwable failure) {
    return breakage.of(new IllegalStateException(failure)).orElseThrow();
  }
}
