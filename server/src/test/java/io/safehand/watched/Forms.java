package io.safehand.watched;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of pages, as a person would fill them in. */
final class Forms {
  private static final Pattern FORM = Pattern.compile("(?s)<form ([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("<(?:input|textarea|button)\\b([^>]*)>");
  private static final Pattern SELECT = Pattern.compile("(?s)<select\\b([^>]*)>(.*?)</select>");
  /** Who ends an account or a session does not come back. */
  private static final Pattern ENDS = Pattern.compile("/(sign-out|end)$");
  private static final Pattern NAME = Pattern.compile("name=\"(?:\\$\\{[^}]*})?([A-Za-z][A-Za-z0-9._-]*)\"");

  private Forms() {}

  /** One form that posts: where to, and its fields, free ones filled with this value. */
  record Form(String action, Map<String, String> fields) {}

  static List<Form> of(String page, String value) {
    return FORM.matcher(page)
        .results()
        .filter(form -> form.group(1).contains("method=\"post\""))
        .filter(form -> !ENDS.matcher(attribute(form.group(1), "action")).find())
        .map(form -> new Form(attribute(form.group(1), "action"), filled(form.group(2), value)))
        .filter(form -> form.action().startsWith("/"))
        .toList();
  }

  private static Map<String, String> filled(String form, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    SELECT.matcher(form)
        .results()
        .forEach(select -> fields.put(attribute(select.group(1), "name"), lastOption(select)));
    INPUT.matcher(form).results().map(found -> found.group(1)).forEach(input -> {
      boolean chosen = List.of("hidden", "checkbox", "radio", "date", "number")
          .contains(attribute(input, "type")) || input.contains("value=") && !input.contains("type=\"text\"");
      fields.put(attribute(input, "name"), chosen ? attribute(input, "value") : value);
    });
    fields.remove("");
    return fields;
  }

  private static String lastOption(MatchResult select) {
    String last = "";
    Matcher option = Pattern.compile("<option\\b([^>]*)>").matcher(select.group(2));
    while (option.find()) {
      last = attribute(option.group(1), "value");
    }
    return last;
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&amp;", "&") : "";
  }

  /** Every name that a field has on any page of ours, with this value. */
  static Map<String, String> everyName(String value) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> templates = Files.walk(Path.of("src", "main", "resources", "templates"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        NAME.matcher(Files.readString(template)).results().forEach(name -> all.put(name.group(1), value));
      }
    }
    return all;
  }
}
