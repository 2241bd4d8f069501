package io.safehand.core.handover.proof;

import java.util.ArrayList;
import java.util.List;

/** Collects what was checked and what was not, until a verdict is due. */
final class Judged {
  private final Subject subject;
  private final List<Note> checked = new ArrayList<>();
  private final List<Note> unchecked = new ArrayList<>();

  Judged(Subject subject) {
    this.subject = subject;
  }

  Judged did(String code, Object... values) {
    checked.add(Note.of(code, values));
    return this;
  }

  Judged didNot(String code, Object... values) {
    Note note = Note.of(code, values);
    if (!unchecked.contains(note)) {
      unchecked.add(note);
    }
    return this;
  }

  Verdict good() {
    return new Verdict.Good(subject, checked, unchecked);
  }
}
