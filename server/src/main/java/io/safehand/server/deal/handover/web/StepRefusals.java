package io.safehand.server.deal.handover.web;

import io.safehand.server.deal.handover.StepRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A step that may not be taken leads back to the page that offered it, which says why not. */
@ControllerAdvice(assignableTypes = {HandOverPage.class, HandOverSteps.class, ReceivingPage.class})
class StepRefusals {
  @ExceptionHandler
  String refused(StepRefused refused, HttpServletRequest request) {
    String step = request.getRequestURI();
    return "redirect:" + step.substring(0, step.lastIndexOf('/')) + "?refused=" + refused.code();
  }
}
