package io.safehand.cli;

import io.safehand.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code safehand search FIELD --purpose CODE --case ID --server URL}: finds customers by an exact value. The value is the
 * one line of standard input, so that neither the process list nor the shell's history holds it. Prints what the server
 * shows, masked as it decides; 1 when nobody was found.
 */
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {
  private static final String ITEMS = "items";
  private static final int LONGEST = 1_000;

  private final Texts texts;

  @Parameters(index = "0", paramLabel = "FIELD", descriptionKey = "field")
  String field = "";

  @Option(names = "--purpose", paramLabel = "CODE", required = true, descriptionKey = "purpose")
  String purpose = "";

  @Option(names = "--case", paramLabel = "ID", required = true, descriptionKey = "case")
  String caseId = "";

  @Mixin
  Reached reached = new Reached();

  @Spec
  CommandSpec spec = CommandSpec.create();

  SearchCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException {
    if (!purpose.matches("[a-z][a-z0-9.-]{0,79}") || !caseId.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,79}")) {
      throw new Refused(ExitCode.USAGE, "search.reason");
    }
    RemoteServer server = reached.connect();
    Json.Object question = Json.object().with("field", field).with("value", value(System.in));
    List<Json.Object> found = server.ask("/api/v1/customers/search", question, purpose, caseId)
        .array(ITEMS)
        .objects();
    found.forEach(each -> spec.commandLine().getOut().print(each.pretty()));
    spec.commandLine().getErr().println(texts.text("search.found", found.size()));
    return (found.isEmpty() ? ExitCode.BAD : ExitCode.GOOD).number();
  }

  private static String value(InputStream from) throws IOException {
    String line = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8)).readLine();
    if (line == null || line.isBlank() || line.length() > LONGEST) {
      throw new Refused(ExitCode.NO_INPUT, "search.value");
    }
    return line.strip();
  }
}
