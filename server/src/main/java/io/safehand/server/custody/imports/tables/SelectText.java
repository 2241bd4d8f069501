package io.safehand.server.custody.imports.tables;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that may be sent to somebody else's database: one SELECT, or a table's name. Refused ({@code source.statement}):
 * a semicolon, a comment, a word that writes or runs something, text that only one database reads in that way. The
 * read-only transaction behind it is the second lock, the rights of the login the third. Pure.
 */
final class SelectText {
  private static final Pattern TABLE = Pattern
      .compile("[\\p{L}_][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_$]*){0,2}");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
  private static final Set<String> FORBIDDEN = Set.of("insert", "update", "delete", "merge", "truncate",
      "drop", "alter", "create", "grant", "revoke", "call", "exec", "execute", "do", "copy", "into", "lock",
      "set", "begin", "commit", "rollback", "prepare", "load", "outfile", "dumpfile", "openrowset",
      "opendatasource", "openquery");
  private static final int LONGEST = 20_000;

  private SelectText() {}

  static String of(String query) {
    String text = query.strip();
    if (TABLE.matcher(text).matches() && !FORBIDDEN.contains(text.toLowerCase(Locale.ROOT))) {
      return "select * from " + text;
    }
    String bare = QUOTED.matcher(text).replaceAll(" ");
    boolean odd = bare.matches("(?s).*(?:;|--|/\\*|\\*/|#|['\"`\\\\]|\\$\\$).*") || text.indexOf('\\') >= 0;
    Matcher words = WORD.matcher(bare);
    boolean selects = words.find() && words.group().toLowerCase(Locale.ROOT).matches("select|with")
        && bare.strip().startsWith(words.group());
    while (selects && words.find()) {
      selects = !FORBIDDEN.contains(words.group().toLowerCase(Locale.ROOT));
    }
    if (!selects || odd || text.length() > LONGEST) {
      throw new TableRefused("source.statement");
    }
    return text;
  }
}
