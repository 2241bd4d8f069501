package io.safehand.server.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The server cannot start, for a reason its operator can act on. The message is the one line shown: what happened, what
 * is safe, what to do. It quotes no secret and no personal data.
 */
public final class CannotStart extends RuntimeException implements ExitCodeGenerator {
  private static final long serialVersionUID = 1;

  private final ExitCode code;

  public CannotStart(ExitCode code, String line) {
    this(code, line, null);
  }

  public CannotStart(ExitCode code, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.code = code;
  }

  public ExitCode code() {
    return code;
  }

  @Override
  public int getExitCode() {
    return code.number();
  }
}
