package io.safehand.server.custody.consent;

import io.safehand.core.rules.Speaker;
import java.time.Instant;
import java.util.Optional;

/**
 * How an answer was given.
 *
 * @param separate whether it was asked and answered apart from everything else 单独同意
 * @param saidAt when it was said, if that was before it is recorded: the date on a paper
 */
public record Circumstances(Surface surface, Speaker speaker, Expression expression, boolean separate,
    Optional<ServedNotice> notice, Optional<Instant> saidAt) {
  /** The person told somebody of the company, without a notice on record. */
  public static final Circumstances TOLD_STAFF = new Circumstances(Surface.STAFF, Speaker.PERSON,
      Expression.EXPRESSED, false, Optional.empty(), Optional.empty());
}
