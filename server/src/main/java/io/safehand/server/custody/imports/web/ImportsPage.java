package io.safehand.server.custody.imports.web;

import java.util.List;
import io.safehand.server.custody.imports.ImportJob;
import org.springframework.web.servlet.ModelAndView;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.Cell;
import io.safehand.core.custody.upload.UploadTooLarge;
import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.imports.Disposals;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.imports.UploadAnswer;
import io.safehand.server.custody.imports.tables.Dialect;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** All imports, and where a new one begins. */
@Controller
class ImportsPage {
  private static final int SHOWN = 50;
  private static final Table<ImportJob> JOBS = Table.<ImportJob>named("imports.jobs")
      .with("begun", job -> Cell.time(job.begunAt()).to("/imports/" + job.id()))
      .with("kind", job -> Cell.code("imports.kind", job.kind().name()))
      .with("state", job -> Cell.code("imports.state", job.state().name()))
      .with("imported", job -> people(job, job.imported()))
      .with("rejected", job -> people(job, job.rejected()));

  private final ImportJobs jobs;
  private final Disposals disposals;
  private final Tables tables;

  ImportsPage(ImportJobs jobs, Disposals disposals, Tables tables) {
    this.jobs = jobs;
    this.disposals = disposals;
    this.tables = tables;
  }

  @GetMapping("/imports")
  ModelAndView show(Account account, @RequestParam Optional<ImportId> before, TableQuery query, Model model) {
    List<ImportJob> page = jobs.before(account, before, SHOWN);
    model.addAttribute("ready", jobs.hasInventory(account));
    model.addAttribute("dialects", Dialect.values());
    model.addAttribute("protections", TableSource.Tls.values());
    model.addAttribute("mostBytes", ImportJobs.MOST_BYTES);
    model.addAttribute("tasks", disposals.open(account.company(), SHOWN));
    if (page.size() == SHOWN) {
      model.addAttribute("older", page.getLast().id());
    }
    return tables.show("imports/list", query, JOBS.of(page));
  }

  /** A rehearsal took nobody in. */
  private static Cell people(ImportJob job, long count) {
    return job.rehearsed() ? Cell.NOTHING : Cell.count(count);
  }

  /** The body is the file itself: it is sealed while it comes in, and no server keeps a part of it in clear. */
  @PostMapping(path = "/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String upload(Account account, @RequestHeader(name = "X-File-Name", defaultValue = "") String name,
      HttpServletRequest request) throws IOException {
    try {
      Sizes.require(request);
      UploadAnswer answer = jobs.upload(account, decoded(name), request.getInputStream());
      return new String(Json.object().with("next", next(answer)).canonical(), StandardCharsets.UTF_8);
    } catch (UploadTooLarge large) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "", large);
    }
  }

  /** Where another database is and what of it is read. */
  @PostMapping("/imports/table")
  String table(Account account, @ModelAttribute TableForm form, @RequestParam char[] password)
      throws IOException {
    try {
      return "redirect:" + next(jobs.table(account, form.source(), password));
    } catch (TableRefused refused) {
      return "redirect:/imports?refused=imports." + refused.code();
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private static String next(UploadAnswer answer) {
    return switch (answer) {
      case UploadAnswer.Taken(ImportId id) -> "/imports/" + id;
      case UploadAnswer.UnderWay(ImportId id) -> "/imports/" + id + "?done=imports.under-way";
      case UploadAnswer.Imported(ImportId id) -> "/imports/" + id + "?refused=imports.imported-before";
      case UploadAnswer.Refused(String code) -> "/imports?refused=imports." + code;
      case UploadAnswer.Unreadable unreadable -> "/imports?refused=imports." + unreadable.why().reason();
    };
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
