package io.safehand.cli;

import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.csv.CsvDialect;
import io.safehand.core.detect.columns.CsvSurvey;
import io.safehand.core.detect.columns.SurveyedColumn;
import io.safehand.core.inventory.Inventory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code safehand inspect FILE}: how a CSV file is written, what its columns seem to hold, what an inventory lacks; with
 * {@code --write}, a first inventory. Prints names of columns and counts, never a value.
 */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
  private final Texts texts;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
  Path file = Path.of("");

  @Option(names = "--inventory", paramLabel = "FILE")
  Optional<Path> inventory = Optional.empty();

  @Option(names = "--write", paramLabel = "FILE")
  Optional<Path> write = Optional.empty();

  @Spec
  CommandSpec spec = CommandSpec.create();

  InspectCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Inventory> declared = inventory.isPresent()
        ? Optional.of(new GivenFile(inventory.get()).inventory())
        : Optional.empty();
    new GivenFile(file).refuseUnlessOrdinary();
    CsvSurvey.Survey survey = new CsvSurvey(new Checks()).of(file);
    print(survey, out);
    declared.ifPresent(each -> compare(each, survey, out));
    if (write.isPresent()) {
      write(survey, write.get());
      out.println(texts.text("inspect.written", write.get()));
    }
    out.flush();
    return ExitCode.GOOD.number();
  }

  private void print(CsvSurvey.Survey survey, PrintWriter out) {
    CsvDialect dialect = survey.dialect();
    out.println(texts.text("inspect.dialect", dialect.charset().name(),
        texts.text(dialect.markBytes() > 0 ? "inspect.mark" : "inspect.nomark"),
        texts.textOr("delimiter." + (int) dialect.delimiter(), String.valueOf(dialect.delimiter())),
        texts.text(dialect.header() ? "inspect.header" : "inspect.noheader")));
    out.println(texts.text("inspect.rows", String.valueOf(survey.rows()),
        String.valueOf(survey.columns().size()), String.valueOf(survey.uneven())));
    row(out, texts.text("inspect.column"), texts.text("inspect.category"), texts.text("inspect.filled"),
        texts.text("inspect.valid"), "");
    survey.columns()
        .forEach(column -> row(out, column.name(), column.category().code(),
            column.filled() + "/" + column.looked(), column.share() + " %", note(column)));
  }

  private String note(SurveyedColumn column) {
    List<String> notes = new ArrayList<>();
    if (column.secret()) {
      notes.add(texts.text("inspect.secret"));
    }
    column.damaged()
        .entrySet()
        .stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(each -> notes.add(each.getKey() + " " + each.getValue()));
    return String.join(", ", notes);
  }

  private static void row(PrintWriter out, String name, String category, String filled, String valid,
      String note) {
    out.println((new Padded(name).to(26) + new Padded(category).to(15) + new Padded(filled).from(11)
        + new Padded(valid).from(9) + "  " + note).stripTrailing());
  }

  private void compare(Inventory declared, CsvSurvey.Survey survey, PrintWriter out) {
    List<String> there = survey.columns().stream().map(SurveyedColumn::name).toList();
    List<String> undeclared = there.stream().filter(name -> !declared.columns().contains(name)).toList();
    List<String> missing = declared.columns().stream().filter(name -> !there.contains(name)).toList();
    if (!undeclared.isEmpty()) {
      out.println(texts.text("inspect.undeclared", String.join(", ", undeclared)));
    }
    if (!missing.isEmpty()) {
      out.println(texts.text("inspect.missing", String.join(", ", missing)));
    }
    if (undeclared.isEmpty() && missing.isEmpty()) {
      out.println(texts.text("inspect.complete"));
    }
  }

  private void write(CsvSurvey.Survey survey, Path target) throws IOException {
    try {
      Files.writeString(target, new FirstInventory(texts).of(survey), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException exists) {
      throw new Refused(ExitCode.CANNOT_CREATE, "inspect.exists", target);
    } catch (NoSuchFileException noFolder) {
      throw new Refused(ExitCode.CANNOT_CREATE, "inspect.nofolder", target);
    }
  }
}
