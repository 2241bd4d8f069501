package io.safehand.server.deal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.Destroyed;
import io.safehand.core.handover.document.ErasedCopy;
import io.safehand.core.handover.document.KeptPart;
import io.safehand.core.handover.document.LogState;
import io.safehand.core.handover.document.Node;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.document.SlotErasure;
import io.safehand.core.handover.document.Stage;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.ledger.note.SigningKeys;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class CertificatePdfTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final float EDGE = 40;
  private final SigningKeys house = SigningKeys.generate("seller.example", new SecureRandom());

  @Test
  void saysEverythingInBothLanguages() throws IOException {
    SignedPaper paper = certificate(2, "policy-3", Stage.done(NOW), true);
    String text = text(paper);
    assertThat(text).contains("密钥销毁证明", "Certificate of destruction", "合并或分立", "会计凭证", "Accounting records",
        "2056-12-31", "已擦除", "erased", "7 人", "7 people", "进程结束后其内存才视为清空",
        "memory counts as clean when its process ends", "第二十二条", "在本系统之外制作的副本", paper.sha256(),
        "第 1 页，共 1 页");
  }

  @Test
  void saysWhatIsNotDone() throws IOException {
    String text = text(
        certificate(3, "policy-3", Stage.pending(NOW.plusSeconds(600), List.of("root-copy-2")), false));
    assertThat(text).contains("PENDING, due 2026-03-02T08:10:00Z", "waiting for root-copy-2",
        "root-copy-2: not confirmed", "root-copy-1: erased");
  }

  @Test
  void aLongTableGoesOnOnFurtherPagesAndNothingLeavesThePaper() throws IOException {
    SignedPaper paper = certificate(200, "policy ".repeat(60), Stage.done(NOW), true);
    try (PDDocument document = Loader.loadPDF(CertificatePdf.of(paper))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(4);
      new Edges().getText(document);
    }
    assertThat(text(paper)).contains("2056-12-31", "2255-12-31");
  }

  @Test
  void aCharacterWithoutGlyphIsRefused() {
    assertThatThrownBy(() -> CertificatePdf.of(certificate(1, "policy \uD83D\uDE00", Stage.done(NOW), true)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SignedPaper certificate(int rules, String policy, Stage keys, boolean confirmed) {
    List<KeptPart> kept = IntStream.range(0, rules)
        .mapToObj(i -> new KeptPart("accounting.invoice", 2, Optional.of(LocalDate.of(2056 + i, 12, 31))))
        .toList();
    Optional<Instant> second = confirmed ? Optional.of(NOW) : Optional.empty();
    return new Certificate("cert-1", new Deal("deal-1", "MERGER_DIVISION", "seller", "buyer"),
        Optional.of("ab".repeat(32)), Optional.of("cd".repeat(32)),
        new Destroyed(7 + 2L * rules, 7, "ef".repeat(32)), keys, keys,
        List.of(new ErasedCopy("root-copy-1", Optional.of(NOW)), new ErasedCopy("root-copy-2", second)),
        List.of(new Node("node-1", Optional.of(NOW), false)),
        List.of(new ErasedCopy("package-1", Optional.empty())), kept, List.of(), List.of(),
        new Approval("acc-1", "performer", "dec-2", NOW), new Approval("acc-2", "approver", "dec-2", NOW),
        SlotErasure.S1, List.of("PIPL 22", "PIPL 47"), policy,
        new LogState("seller.example/log", 7, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), NOW)
        .sign(house);
  }

  private static String text(SignedPaper paper) throws IOException {
    try (PDDocument document = Loader.loadPDF(CertificatePdf.of(paper))) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  /** Finds type that leaves the paper. */
  private static final class Edges extends PDFTextStripper {
    @Override
    protected void processTextPosition(TextPosition at) {
      assertThat(at.getX()).as(at.getUnicode()).isGreaterThan(EDGE);
      assertThat(at.getX() + at.getWidth()).as(at.getUnicode()).isLessThan(at.getPageWidth() - EDGE);
      assertThat(at.getY()).as(at.getUnicode()).isBetween(EDGE / 2, at.getPageHeight() - EDGE / 4);
      super.processTextPosition(at);
    }
  }
}
