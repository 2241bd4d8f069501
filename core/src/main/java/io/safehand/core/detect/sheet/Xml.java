package io.safehand.core.detect.sheet;

import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the markup of one part, by local names, because programs differ in their namespaces. A document type, and with
 * it every entity, is refused before it is looked at. Messages never quote the part.
 */
final class Xml implements AutoCloseable {
  private static final int MOST_TEXT = 1 << 20;
  private final InputStream stream;
  private final XMLStreamReader reader;

  Xml(InputStream stream) {
    this.stream = stream;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> { throw DamagedFile.whole("sheet.damaged"); });
    try {
      this.reader = factory.createXMLStreamReader(characters(stream));
    } catch (XMLStreamException | IOException broken) {
      throw DamagedFile.whole("sheet.damaged");
    }
  }

  /** UTF-8, or UTF-16 where a mark says so; the reader behind it would print what it finds malformed. */
  private static Reader characters(InputStream stream) throws IOException {
    PushbackInputStream marked = new PushbackInputStream(stream, 3);
    byte[] mark = marked.readNBytes(3);
    int first = mark.length < 3 ? 0 : (mark[0] & 0xFF) << 8 | mark[1] & 0xFF;
    boolean wide = first == 0xFEFF || first == 0xFFFE;
    if (first != 0xEFBB) {
      marked.unread(mark, wide ? 2 : 0, wide ? 1 : mark.length);
    }
    Charset charset = first == 0xFEFF
        ? StandardCharsets.UTF_16BE
        : wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    return new InputStreamReader(marked, charset.newDecoder());
  }

  /** Steps on; one of {@link XMLStreamConstants}. */
  int next() {
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw DamagedFile.whole("sheet.damaged");
      }
      return event;
    } catch (XMLStreamException broken) {
      throw DamagedFile.whole("sheet.damaged");
    }
  }

  /** Steps on to the beginning of an element of this name; false at the end of the part. */
  boolean find(String name) {
    int event = next();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(name)) {
        return true;
      }
      event = next();
    }
    return false;
  }

  String name() {
    return reader.getLocalName();
  }

  boolean ends(int event, String name) {
    return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
  }

  /** The attribute of the present element, in whatever namespace; the empty text where there is none. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The attribute that stands in a namespace, as references between parts do. */
  String reference(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String namespace = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals(name) && namespace != null && !namespace.isEmpty()) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  boolean isTrue(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  int number(String name, int otherwise) {
    String value = attribute(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException none) {
      throw DamagedFile.whole("sheet.damaged");
    }
  }

  /** Adds the text of the present element up to its end, without what lies in elements inside it. */
  void text(StringBuilder to) {
    int depth = 1;
    while (depth > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth == 1) {
            to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> throw DamagedFile.whole("sheet.damaged");
        default -> {
          // remarks say nothing
        }
      }
      if (to.length() > MOST_TEXT) {
        throw DamagedFile.whole("sheet.swells");
      }
    }
  }

  /** The text of a string item: of its runs too, but not how it is read aloud. */
  String item(String element) {
    StringBuilder text = new StringBuilder();
    int event = next();
    while (!ends(event, element)) {
      if (event == XMLStreamConstants.START_ELEMENT && name().equals("t")) {
        text(text);
      } else if (event == XMLStreamConstants.START_ELEMENT && name().equals("rPh")) {
        item("rPh");
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw DamagedFile.whole("sheet.damaged");
      }
      event = next();
    }
    return Escapes.plain(text.toString());
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
