package io.safehand.server.custody.imports.web;

import io.safehand.server.custody.imports.ImportId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an import's id from a path or a query. */
@Component
final class ImportIds implements Converter<String, ImportId> {
  @Override
  public ImportId convert(String text) {
    return ImportId.parse(text);
  }
}
