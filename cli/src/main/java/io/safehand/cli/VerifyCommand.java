package io.safehand.cli;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.Finding;
import io.safehand.core.handover.proof.Note;
import io.safehand.core.handover.proof.Subject;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.note.Trust;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code safehand verify PATH --trust FILE}: judges a package, certificate, receipt, consent receipt, evidence folder, checkpoint or log without server and network. Believes only the keys in the trust file.
 */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
  private final Texts texts;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  Path path = Path.of("");

  @Option(names = "--trust", paramLabel = "FILE", required = true)
  Path trust = Path.of("");

  @Option(names = "--json")
  boolean json;

  @Spec
  CommandSpec spec = CommandSpec.create();

  VerifyCommand(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Integer call() {
    Verdict verdict = verdict();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(verdict.json().pretty());
    } else {
      print(verdict, out);
    }
    out.flush();
    return switch (verdict) {
      case Verdict.Good good -> ExitCode.GOOD.number();
      case Verdict.Bad bad -> ExitCode.BAD.number();
      case Verdict.Unjudged unjudged -> ExitCode.CANNOT_JUDGE.number();
    };
  }

  private Verdict verdict() {
    try {
      return new Verifying(Trust.parse(Files.readAllBytes(trust))).verify(path);
    } catch (IOException | JsonRefused unreadable) {
      return new Verdict.Unjudged(Subject.UNKNOWN,
          new Finding(Fault.TRUST_UNREADABLE, String.valueOf(trust)));
    }
  }

  private void print(Verdict verdict, PrintWriter out) {
    String subject = said("verify.subject", verdict.subject().code());
    switch (verdict) {
      case Verdict.Good good -> {
        out.println(texts.text("verify.good", subject));
        notes("verify.checked", good.checked(), out);
        notes("verify.unchecked", good.unchecked(), out);
      }
      case Verdict.Bad bad -> out.println(texts.text("verify.bad", subject, finding(bad.first())));
      case Verdict.Unjudged unjudged ->
        out.println(texts.text("verify.unjudged", subject, finding(unjudged.missing())));
    }
  }

  private void notes(String heading, List<Note> notes, PrintWriter out) {
    if (!notes.isEmpty()) {
      out.println(texts.text(heading));
    }
    for (Note note : notes) {
      out.println("  - " + said("verify.note", note.code(), note.values().toArray()));
    }
  }

  private String finding(Finding finding) {
    return said("verify.fault", finding.fault().code(), finding.subject());
  }

  private String said(String family, String code, Object... places) {
    return texts.text(family + "." + code, places);
  }
}
