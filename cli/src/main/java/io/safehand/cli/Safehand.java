package io.safehand.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line {@code ./safehand}. Every command is a picocli class listed here; its words come from the bundles
 * Messages and Messages_zh, its numbers from {@link ExitCode}.
 */
@Command(name = "safehand", subcommands = {ScanCommand.class, InspectCommand.class, VerifyCommand.class,
  DemoCommand.class, ImportCommand.class, ExportEvidenceCommand.class, SearchCommand.class, UpCommand.class,
  StopCommand.class, StatusCommand.class, UnsealCommand.class, BackupCommand.class, RestoreCommand.class})
public final class Safehand implements Runnable {
  @Option(names = {"-h", "--help"}, usageHelp = true, scope = CommandLine.ScopeType.INHERIT)
  boolean help;

  @Spec
  CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(commands(Locale.getDefault(), System.getenv("SAFEHAND_DEBUG") != null).execute(arguments));
  }

  static CommandLine commands(Locale locale, boolean debug) {
    Texts texts = new Texts(locale);
    CommandLine commands = new CommandLine(new Safehand(), new WithTexts(texts));
    commands.setResourceBundle(texts.bundle());
    Failures failures = new Failures(texts, debug);
    commands.setParameterExceptionHandler(failures);
    commands.setExecutionExceptionHandler(failures);
    commands.setUsageHelpAutoWidth(false);
    commands.setUsageHelpWidth(100);
    return commands;
  }

  /** For tests: runs one command with its own output. */
  static int run(Locale locale, PrintWriter out, PrintWriter err, String... arguments) {
    return commands(locale, false).setOut(out).setErr(err).execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "command");
  }
}
