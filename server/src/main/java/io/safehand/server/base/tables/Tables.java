package io.safehand.server.base.tables;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Shows tables on a page, or gives one of them out as the file that was asked for. May be used by many threads. */
@Component
public final class Tables {
  private final MessageSource messages;
  private final ZoneId zone;

  Tables(MessageSource messages, ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  /**
   * The page with these tables, each under the last part of its name for the fragment {@code tables/table :: table}; or,
   * when the query asks for a file, that table alone.
   */
  public ModelAndView show(String template, TableQuery query, TableRows... tables) {
    CellTexts texts = new CellTexts(messages, LocaleContextHolder.getLocale(), zone);
    for (TableRows table : tables) {
      if (query.wantsFile(table.name())) {
        return new ModelAndView(new TableFile(table, query, query.as().orElseThrow(), texts));
      }
    }
    ModelAndView page = new ModelAndView(template);
    for (TableRows table : tables) {
      page.addObject(TableQuery.shortName(table.name()), ShownTable.of(table, query, texts));
    }
    return page;
  }

  /** Writes the rows as CSV, in the language of the request. */
  public void csv(TableRows table, OutputStream to) throws IOException {
    CellTexts texts = new CellTexts(messages, LocaleContextHolder.getLocale(), zone);
    TableFormat.CSV.write(table.headings(texts), table.rows(), texts, to);
  }

  /** Writes rows as a file under headings of their own, which are no texts of a page. */
  public void write(TableFormat format, List<String> headings, Iterator<List<Cell>> rows, OutputStream to)
      throws IOException {
    format.write(headings, rows, new CellTexts(messages, LocaleContextHolder.getLocale(), zone), to);
  }

  private record TableFile(TableRows table, TableQuery query, TableFormat format,
      CellTexts texts) implements View {
    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request,
        HttpServletResponse response) throws IOException {
      response.setContentType(format.mediaType());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"" + table.name() + "." + format.code() + "\"");
      format.write(table.headings(texts), table.chosen(query).rows(), texts, response.getOutputStream());
    }
  }
}
