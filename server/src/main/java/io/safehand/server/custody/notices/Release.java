package io.safehand.server.custody.notices;

import java.util.List;

/** Whether a notice may go out. */
public sealed interface Release {
  record Released() implements Release {}

  record Refused(List<Notice.Missing> missing) implements Release {
    public Refused {
      missing = List.copyOf(missing);
    }
  }
}
