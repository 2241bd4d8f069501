package io.safehand.cli;

import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever stops a command into one line and an exit code, and never prints a value or a stack trace. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Texts texts;
  private final boolean debug;

  Failures(Texts texts, boolean debug) {
    this.texts = texts;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("safehand: " + line(wrong, command));
    err.println(texts.text("usage.see", command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.number();
  }

  private String line(ParameterException wrong, CommandLine command) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      if (!word.matches("-{0,2}[A-Za-z][A-Za-z-]{0,30}(=.*)?")) {
        return texts.text("usage.word");
      }
      String shown = word.replaceAll("=.*", "");
      return new Nearest().to(shown, command)
          .map(near -> texts.text("usage.unknown.near", shown, near))
          .orElseGet(() -> texts.text("usage.unknown", shown));
    }
    if (wrong instanceof CommandLine.MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing().getFirst());
    }
    return wrong.getArgSpec() == null
        ? texts.text("usage.command")
        : texts.text("usage.value", name(wrong.getArgSpec()), expected(wrong.getArgSpec()));
  }

  private String missing(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? texts.text("usage.value.missing", name(option), expected(option))
        : texts.text("usage.missing", argument.paramLabel());
  }

  /** What is to be given, in words where the sign of the help is none. */
  private String expected(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type == Long.class || type == Integer.class) {
      return texts.text("usage.number");
    }
    return type == UUID.class ? texts.text("usage.id") : argument.paramLabel();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception failure = thrown instanceof UncheckedIOException unchecked ? cause(unchecked) : thrown;
    if (debug) {
      frames(failure, command.getErr());
    }
    return switch (failure) {
      case Refused refused -> end(command, refused.code(), refused.line(texts));
      case DamagedFile damaged -> end(command, ExitCode.DATA, damaged(damaged));
      case NoSuchFileException missing ->
        end(command, ExitCode.NO_INPUT, texts.text("file.missing", file(missing)));
      case AccessDeniedException denied ->
        end(command, ExitCode.NO_INPUT, texts.text("file.denied", file(denied)));
      case IOException io ->
        end(command, ExitCode.INPUT_OUTPUT, texts.text("failure.io", io.getClass().getSimpleName()));
      default ->
        end(command, ExitCode.OUR_FAULT, texts.text("failure.ours", failure.getClass().getSimpleName()));
    };
  }

  private static Exception cause(UncheckedIOException unchecked) {
    IOException cause = unchecked.getCause();
    return cause == null ? unchecked : cause;
  }

  private static String file(FileSystemException failure) {
    String file = failure.getFile();
    return file == null ? "?" : file;
  }

  /** What is wrong with a file, and where. */
  String damaged(DamagedFile damaged) {
    String what = texts.textOr("damaged." + damaged.reason(), damaged.reason());
    String row = damaged.row().isPresent()
        ? texts.text("damaged.row", String.valueOf(damaged.row().getAsLong()))
        : "";
    String at = damaged.byteAt().isPresent()
        ? texts.text("damaged.byte", String.valueOf(damaged.byteAt().getAsLong()))
        : "";
    return texts.text("damaged.line", what + row + at);
  }

  private static int end(CommandLine command, ExitCode code, String line) {
    command.getErr().println("safehand: " + line);
    return code.number();
  }

  /** Classes and places only: messages of exceptions may quote what they failed on. */
  private static void frames(Throwable failure, PrintWriter err) {
    err.println(failure.getClass().getName());
    for (StackTraceElement frame : failure.getStackTrace()) {
      err.println("\tat " + frame);
    }
    Throwable cause = failure.getCause();
    if (cause != null && cause != failure) {
      frames(cause, err);
    }
  }
}
