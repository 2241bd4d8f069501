package io.safehand.server.deal.handover;

import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.json.Json;
import io.safehand.server.start.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The certificate of destruction as people read it, in Chinese and English side by side. It is not signed: it prints
 * the SHA-256 of the signed JSON, which is the certificate. A character that the font lacks is refused.
 */
public final class CertificatePdf implements AutoCloseable {
  private static final int ONE_LINE = 56;
  private static final float[] TWO = {0.27f, 0.73f};
  private static final float[] THREE = {0.5f, 0.3f, 0.2f};

  private final Words chinese = Words.beside(CertificatePdf.class, Locale.CHINESE);
  private final Words english = Words.beside(CertificatePdf.class, Locale.ENGLISH);
  private final PrintedPages pages = new PrintedPages();
  private final SignedPaper certificate;
  private final Json.Object body;
  private String lastLabel = "";

  private CertificatePdf(SignedPaper certificate) throws IOException {
    this.certificate = certificate;
    this.body = certificate.body();
  }

  /** The file. */
  public static byte[] of(SignedPaper certificate) throws IOException {
    try (CertificatePdf pdf = new CertificatePdf(certificate)) {
      return pdf.file();
    }
  }

  private byte[] file() throws IOException {
    pages.title(chinese.text("title") + "  " + english.text("title"));
    which();
    what();
    kept();
    how();
    who();
    pages.heading(both("section.not-covered"));
    pages.row(new float[]{1}, body.object("notCovered").text("zh"));
    pages.row(new float[]{1}, body.object("notCovered").text("en"));
    return pages.file((page, all) -> chinese.text("page", page, all) + "  " + english.text("page", page, all),
        List.of(chinese.text("unsigned"), english.text("unsigned"), certificate.sha256()));
  }

  private void which() throws IOException {
    Json.Object deal = body.object("deal");
    field("id", body.text("id"));
    field("time", time(body));
    field("deal", code("type", deal.text("type")));
    field("deal", deal.text("id"));
    field("seller", deal.text("seller"));
    field("buyer", deal.text("buyer"));
    for (String paper : List.of("manifest", "receipt")) {
      if (body.has(paper)) {
        field(paper, body.text(paper));
      }
    }
  }

  private void what() throws IOException {
    pages.heading(both("section.what"));
    Json.Object what = body.object("what");
    field("before", people(what.number("before")));
    field("destroyed", people(what.number("destroyed")));
    field("kept", people(sum("kept")));
    field("held", people(sum("holds")));
    field("commitments", what.text("commitments"));
  }

  private void kept() throws IOException {
    pages.heading(both("section.kept"));
    if (body.array("kept").objects().isEmpty() && body.array("holds").objects().isEmpty()) {
      pages.row(TWO, both("nobody"));
      return;
    }
    pages.row(THREE, both("rule"), both("until"), both("count"));
    for (String part : List.of("kept", "holds")) {
      for (Json.Object one : body.array(part).objects()) {
        pages.row(THREE, code("kept", one.text("reason")),
            one.has("until") ? one.text("until") : both("until.lifted"), count(one.number("people")));
      }
    }
  }

  private void how() throws IOException {
    pages.heading(both("section.how"));
    state("keys");
    state("tags");
    for (Json.Object slot : body.array("slots").objects()) {
      field("copies", both(slot.bool("confirmed") ? "copy.confirmed" : "copy.silent", slot.text("place")));
    }
    for (Json.Object node : body.array("nodes").objects()) {
      field("nodes", both(node(node), node.text("place")));
    }
    for (Json.Object copy : body.array("packages").objects()) {
      field("packages", both("package", copy.text("place")));
    }
    for (Json.Object store : body.array("silent").objects()) {
      field("silent", both("silent.store", store.text("store"), store.text("mediaExpire")));
    }
    field("unseal", both("unseal." + body.object("unseal").text("mode")));
  }

  private static String node(Json.Object node) {
    return !node.bool("confirmed") ? "node.silent" : node.bool("ended") ? "node.ended" : "node.running";
  }

  private void state(String part) throws IOException {
    Json.Object state = body.object(part);
    field(part, both("state." + state.text("state")) + "  " + time(state));
    for (Json silent : state.array("waitingFor").items()) {
      field(part, both("waiting", silent.asText()));
    }
  }

  private void who() throws IOException {
    pages.heading(both("section.who"));
    act("performed", body.object("performedBy"));
    act("approved", body.object("verifiedBy"));
    for (Json law : body.array("law").items()) {
      field("law", code("law", law.asText().replace(' ', '.')));
    }
    field("policy", body.text("policy"));
    Json.Object log = body.object("log");
    field("log", log.text("origin"));
    field("log", both("log.size", count(log.number("size"))));
    field("log.root", log.text("root"));
  }

  private void act(String label, Json.Object by) throws IOException {
    field(label, by.text("account") + "  " + time(by));
  }

  /** To the second; the JSON has it exactly. */
  private static String time(Json.Object of) {
    return Instant.parse(of.text("at")).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private long sum(String part) {
    return body.array(part).objects().stream().mapToLong(one -> one.number("people")).sum();
  }

  /** A label stands once before the values that follow it. */
  private void field(String label, String value) throws IOException {
    pages.row(TWO, label.equals(lastLabel) ? "" : both(label), value);
    lastLabel = label;
  }

  private String people(long number) {
    return both("people", count(number));
  }

  /** Chinese, then English, on one line if it is a short one; once where they say the same. */
  private String both(String key, Object... places) {
    return joined(chinese.text(key, places), english.text(key, places));
  }

  private String code(String family, String code) {
    return joined(chinese.code(family, code), english.code(family, code));
  }

  private static String joined(String chinese, String english) {
    if (chinese.equals(english)) {
      return english;
    }
    return chinese + (2 * chinese.length() + english.length() > ONE_LINE ? "\n" : "  ") + english;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }
}
