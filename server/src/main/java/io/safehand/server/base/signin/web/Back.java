package io.safehand.server.base.signin.web;

import java.util.Optional;

/** Back to a page after a form, with a code of what came of it. */
final class Back {
  private Back() {}

  static String to(String page, Optional<String> refused, String done) {
    return "redirect:" + page + refused.map(code -> "?refused=" + code).orElse("?done=" + done);
  }
}
