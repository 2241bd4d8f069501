package io.safehand.server.base.tables;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How somebody wants to see one table of a page: {@code ?table=sessions&sort=begun&order=down&is=state:open&as=csv}. Made
 * from codes alone, so that no address of a table holds what somebody wrote; anything else is passed over. A controller
 * takes it as a parameter.
 *
 * @param filters the code that each of these columns has
 * @param as the file that is wanted instead of the page
 * @param carried the page's own parameters, kept when the table is sorted
 */
public record TableQuery(String table, String sort, boolean isDown, Map<String, String> filters,
    Optional<TableFormat> as, Map<String, String> carried) {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
  private static final Pattern FILTER = Pattern.compile("([a-z][A-Za-z0-9-]{0,39}):([A-Za-z0-9_.-]{1,80})");
  private static final List<String> OWN = List.of("table", "sort", "order", "is", "as", "done", "refused",
      "language", "_csrf");

  static TableQuery of(Map<String, String[]> parameters) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (String filter : parameters.getOrDefault("is", new String[0])) {
      var parts = FILTER.matcher(filter);
      if (parts.matches()) {
        filters.put(parts.group(1), parts.group(2));
      }
    }
    Map<String, String> carried = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      if (!OWN.contains(name) && values.length > 0 && !values[0].isEmpty()) {
        carried.put(name, values[0]);
      }
    });
    return new TableQuery(name(parameters, "table"), name(parameters, "sort"),
        name(parameters, "order").equals("down"), filters, TableFormat.of(name(parameters, "as")), carried);
  }

  private static String name(Map<String, String[]> parameters, String name) {
    String[] values = parameters.getOrDefault(name, new String[0]);
    return values.length == 1 && NAME.matcher(values[0]).matches() ? values[0] : "";
  }

  /** Whether it asks for the table of this full name. */
  boolean isFor(String fullName) {
    return table.equals(shortName(fullName));
  }

  /** Whether a file of this table is wanted. */
  public boolean wantsFile(String fullName) {
    return as.isPresent() && isFor(fullName);
  }

  static String shortName(String fullName) {
    return fullName.substring(fullName.lastIndexOf('.') + 1);
  }

  /** The same for another order of this table. */
  String sorted(String fullName, String column, boolean down) {
    return link(fullName, column, down, "");
  }

  /** The same as a file. */
  String file(String fullName, TableFormat format) {
    return link(fullName, isFor(fullName) ? sort : "", isDown, format.code());
  }

  private String link(String fullName, String column, boolean down, String file) {
    StringBuilder link = new StringBuilder("?table=").append(shortName(fullName));
    if (!column.isEmpty()) {
      link.append("&sort=").append(column).append(down ? "&order=down" : "");
    }
    if (isFor(fullName)) {
      filters.forEach((key, code) -> link.append("&is=").append(key).append(':').append(code));
    }
    carried.forEach((key, value) -> link.append('&')
        .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return file.isEmpty() ? link.toString() : link.append("&as=").append(file).toString();
  }
}
