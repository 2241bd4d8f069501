package io.safehand.server.custody.notices;

import io.safehand.server.base.messages.Gateways;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What gateways report about short messages. A report counts once, and only for a letter of its company. */
@Component
public final class SmsReports {
  private final Gateways gateways;
  private final Returns returns;

  SmsReports(Gateways gateways, Returns returns) {
    this.gateways = gateways;
    this.returns = returns;
  }

  /** What came of a report. */
  public enum Outcome {
    TAKEN,
    /** The same report was taken before. */
    AGAIN,
    /** Unknown gateway or letter, wrong or old signature, no report: one answer for all. */
    REFUSED
  }

  /** @param signature the head that the gateway sent */
  public Outcome accept(UUID gateway, String signature, byte[] body) {
    return switch (gateways.read(gateway, signature, body)) {
      case Gateways.Report.About about -> returns.take(about.company(), about.reference(),
          about.delivered() ? Delivery.DELIVERED : Delivery.BOUNCED, about.code())
              ? Outcome.TAKEN
              : Outcome.REFUSED;
      case Gateways.Report.Again again -> Outcome.AGAIN;
      case Gateways.Report.Refused refused -> Outcome.REFUSED;
    };
  }
}
