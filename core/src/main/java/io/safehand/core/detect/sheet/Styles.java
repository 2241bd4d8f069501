package io.safehand.core.detect.sheet;

import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** How the numbers of cells are shown, by the number of their style. */
final class Styles {
  private static final int MOST = 1 << 16;
  private final List<CellFormat> formats = new ArrayList<>();
  private final Map<Integer, String> codes = new HashMap<>();

  static Styles none() {
    return new Styles();
  }

  static Styles read(Xml xml) throws IOException {
    Styles styles = new Styles();
    try (xml) {
      boolean ofCells = false;
      for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          ofCells |= xml.name().equals("cellXfs");
          styles.take(xml, ofCells);
        } else if (xml.ends(event, "cellXfs")) {
          ofCells = false;
        }
      }
    }
    return styles;
  }

  private void take(Xml xml, boolean ofCells) {
    if (formats.size() + codes.size() > MOST) {
      throw DamagedFile.whole("sheet.damaged");
    }
    if (xml.name().equals("numFmt")) {
      codes.put(xml.number("numFmtId", 0), xml.attribute("formatCode"));
    } else if (ofCells && xml.name().equals("xf")) {
      int id = xml.number("numFmtId", 0);
      formats.add(CellFormat.of(id, codes.getOrDefault(id, "")));
    }
  }

  CellFormat format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : new CellFormat.Plain();
  }
}
