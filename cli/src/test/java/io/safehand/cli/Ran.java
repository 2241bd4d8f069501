package io.safehand.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** What a command printed and returned. */
record Ran(int code, String out, String err) {

  static Ran in(Locale locale, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Safehand.run(locale, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(code, out.toString(), err.toString());
  }
}
