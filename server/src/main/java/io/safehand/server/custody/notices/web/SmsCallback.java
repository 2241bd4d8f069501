package io.safehand.server.custody.notices.web;

import io.safehand.server.custody.notices.SmsReports;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where a gateway for short messages says what became of one; its signature is the permission. */
@RestController
class SmsCallback {
  private final SmsReports reports;

  SmsCallback(SmsReports reports) {
    this.reports = reports;
  }

  @PostMapping("/api/v1/callbacks/sms/{gateway}")
  ResponseEntity<Void> report(@PathVariable UUID gateway,
      @RequestHeader(name = "Safehand-Signature", defaultValue = "") String signature,
      @RequestBody byte[] body) {
    return ResponseEntity.status(switch (reports.accept(gateway, signature, body)) {
      case TAKEN -> HttpStatus.NO_CONTENT;
      case AGAIN -> HttpStatus.CONFLICT;
      case REFUSED -> HttpStatus.NOT_FOUND;
    }).build();
  }
}
