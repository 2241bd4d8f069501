package io.safehand.server.deal.handover;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Pages of A4 with Chinese and Latin type, written from top to bottom; what does not fit goes on on the next page. A
 * character that the font lacks is refused with {@link IllegalArgumentException}, never drawn as something else.
 */
final class PrintedPages implements AutoCloseable {
  private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
  private static final float MARGIN = 56;
  private static final float FOOT = 72;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float BODY = 9;
  private static final float SMALL = 8;
  private static final float LEADING = 14;
  private static final float GREY = 0.4f;

  private final PDDocument document = new PDDocument();
  private final PDType0Font type;
  private PDPageContentStream to;
  private float y;

  PrintedPages() throws IOException {
    try (InputStream font = PrintedPages.class.getResourceAsStream(FONT)) {
      if (font == null) {
        throw new IOException("the font is missing from this program");
      }
      type = PDType0Font.load(document, font, true);
    }
    to = next();
  }

  private PDPageContentStream next() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  /** Goes to the next page unless so many lines still fit. */
  private void keep(int lines) throws IOException {
    if (y - lines * LEADING < FOOT) {
      to.close();
      to = next();
    }
  }

  void title(String text) throws IOException {
    y -= 22;
    put(MARGIN, 20, text);
    y -= 14;
  }

  /** A heading with a line under it, on the page of what follows. */
  void heading(String text) throws IOException {
    y -= 8;
    keep(4);
    y -= LEADING;
    put(MARGIN, 11.5f, text);
    y -= 5;
    rule();
  }

  /** Cells side by side, each in its share of the width; a long one goes on below itself. */
  void row(float[] shares, String... cells) throws IOException {
    List<List<String>> wrapped = new ArrayList<>();
    int lines = 1;
    for (int i = 0; i < cells.length; i++) {
      wrapped.add(wrapped(cells[i], shares[i] * WIDTH - 8));
      lines = Math.max(lines, wrapped.getLast().size());
    }
    keep(lines);
    for (int line = 0; line < lines; line++) {
      y -= LEADING;
      float x = MARGIN;
      for (int i = 0; i < cells.length; i++) {
        if (line < wrapped.get(i).size()) {
          put(x, BODY, wrapped.get(i).get(line));
        }
        x += shares[i] * WIDTH;
      }
    }
  }

  void rule() throws IOException {
    to.setStrokingColor(GREY);
    to.setLineWidth(0.5f);
    to.moveTo(MARGIN, y);
    to.lineTo(MARGIN + WIDTH, y);
    to.stroke();
  }

  private void put(float x, float size, String line) throws IOException {
    put(to, x, y, size, line);
  }

  private void put(PDPageContentStream on, float x, float at, float size, String line) throws IOException {
    on.beginText();
    on.setFont(type, size);
    on.newLineAtOffset(x, at);
    on.showText(line);
    on.endText();
  }

  private float width(String text) throws IOException {
    return type.getStringWidth(text) / 1000 * BODY;
  }

  /** Breaks at line ends, at a space where there is one late enough, else between any two characters. */
  private List<String> wrapped(String text, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.addAll(wrappedLine(line, width));
    }
    return lines;
  }

  private List<String> wrappedLine(String line, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (width(rest) > width) {
      int end = fitting(rest, width);
      int space = rest.lastIndexOf(' ', end);
      int cut = space > end / 2 ? space : end;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private int fitting(String text, float width) throws IOException {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  /** The file, with lines at the foot of each page: its number among all, and what is said on every page. */
  byte[] file(BiFunction<Integer, Integer, String> number, List<String> everywhere) throws IOException {
    to.close();
    int all = document.getNumberOfPages();
    for (int i = 0; i < all; i++) {
      try (PDPageContentStream foot = new PDPageContentStream(document, document.getPage(i),
          PDPageContentStream.AppendMode.APPEND, true, true)) {
        foot.setNonStrokingColor(GREY);
        float at = MARGIN - 8;
        put(foot, MARGIN, at - everywhere.size() * 11f, SMALL, number.apply(i + 1, all));
        for (String line : everywhere) {
          put(foot, MARGIN, at, SMALL, line);
          at -= 11;
        }
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    document.save(file);
    return file.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
