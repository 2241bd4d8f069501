package io.safehand.server.deal.handover;

import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The certificate of destruction as people read it, in Chinese and English. It is not signed: it prints the SHA-256
 * of the signed JSON, which is the certificate.
 */
public final class CertificatePdf {
  private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
  private static final float MARGIN = 56;
  private static final float LEADING = 17;
  private static final float SIZE = 10.5f;
  private static final float TITLE_SIZE = 20;

  private CertificatePdf() {}

  /** The file. A character that the font lacks is refused, never drawn as something else. */
  public static byte[] of(SignedPaper certificate) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream font = CertificatePdf.class.getResourceAsStream(FONT)) {
      if (font == null) {
        throw new IOException("the font is missing from this program");
      }
      PDType0Font type = PDType0Font.load(document, font, true);
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      draw(document, page, type, certificate);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    }
  }

  private static void draw(PDDocument document, PDPage page, PDType0Font type, SignedPaper certificate)
      throws IOException {
    try (PDPageContentStream to = new PDPageContentStream(document, page)) {
      float y = page.getMediaBox().getHeight() - MARGIN - TITLE_SIZE;
      text(to, type, TITLE_SIZE, y, "密钥销毁证明  Certificate of destruction");
      y -= 2 * LEADING;
      for (String line : lines(certificate)) {
        for (String part : wrapped(line, type, page.getMediaBox().getWidth() - 2 * MARGIN)) {
          text(to, type, SIZE, y, part);
          y -= LEADING;
        }
      }
    }
  }

  private static void text(PDPageContentStream to, PDType0Font type, float size, float y, String line)
      throws IOException {
    to.beginText();
    to.setFont(type, size);
    to.newLineAtOffset(MARGIN, y);
    to.showText(line);
    to.endText();
  }

  private static List<String> lines(SignedPaper certificate) {
    Json.Object body = certificate.body();
    List<String> lines = new ArrayList<>();
    lines.add("编号 No.  " + body.text("id"));
    lines.add("时间 Time  " + body.text("at"));
    lines.add("转让 Deal  " + body.object("deal").text("id") + "  " + body.object("deal").text("type"));
    Json.Object what = body.object("what");
    lines.add("原有人数 People before  " + what.number("before"));
    lines.add("已销毁 Destroyed  " + what.number("destroyed"));
    for (Json.Object kept : body.array("kept").objects()) {
      lines.add("依法封存 Kept by law  " + kept.number("people") + "  " + kept.text("reason") + "  至 until "
          + kept.text("until"));
    }
    for (Json.Object hold : body.array("holds").objects()) {
      lines.add("保全 Held  " + hold.number("people") + "  " + hold.text("reason"));
    }
    lines.add("密钥 KEYS  " + body.object("keys").text("state") + "     检索标签 TAGS  "
        + body.object("tags").text("state"));
    lines.add("解锁方式 Unseal mode  " + body.object("unseal").text("mode") + "  "
        + body.object("unseal").text("erasure"));
    lines.add("执行 Performed by  " + body.object("performedBy").text("account"));
    lines.add("核验 Verified by  " + body.object("verifiedBy").text("account"));
    lines.add("");
    for (Map.Entry<String, Json> sentence : body.object("notCovered").members().entrySet()) {
      lines.add(sentence.getValue().asText());
    }
    lines.add("");
    lines.add("本页未签名，以签名的 JSON 证明为准；其 SHA-256：");
    lines.add("This page is not signed; the signed JSON is the certificate. Its SHA-256:");
    lines.add(certificate.sha256());
    return lines;
  }

  private static List<String> wrapped(String line, PDType0Font type, float width) throws IOException {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int point : line.codePoints().toArray()) {
      part.appendCodePoint(point);
      if (type.getStringWidth(part.toString()) / 1000 * SIZE > width) {
        int last = part.offsetByCodePoints(part.length(), -1);
        parts.add(part.substring(0, last));
        part.delete(0, last);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
