package io.safehand.core.rules;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Form;
import io.safehand.core.inventory.Purpose;

/**
 * Who asks, for what, when.
 *
 * @param held whether the asker, the company or the deal is under a hold right now
 * @param most the most that the asker wants to see, whatever the purpose would show
 */
public record Asking(Audience audience, Purpose purpose, Stage stage, boolean held, Form most) {
  public Asking(Audience audience, Purpose purpose, Stage stage, boolean held) {
    this(audience, purpose, stage, held, Form.FULL);
  }

  /** The same for somebody who wants no value in full. */
  public Asking masked() {
    return new Asking(audience, purpose, stage, held, Form.MASKED);
  }
}
