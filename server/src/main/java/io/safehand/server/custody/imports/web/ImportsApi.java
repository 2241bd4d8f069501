package io.safehand.server.custody.imports.web;

import io.safehand.core.custody.upload.UploadTooLarge;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJob;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.imports.UploadAnswer;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableSource;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.UndeclaredColumns;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Imports for programs. The body of a new one is the file itself; its purpose is taking in what the inventory declares,
 * so none is named. An answer tells counts, codes and row numbers, never a value.
 */
@RestController
class ImportsApi {
  private static final int MOST = 1000;

  private final ImportJobs jobs;

  ImportsApi(ImportJobs jobs) {
    this.jobs = jobs;
  }

  /** 201 and where it is; 200 and where it is when the same file is here and not over; 409 when it was imported. */
  @PostMapping("/api/v1/imports")
  ResponseEntity<String> create(Account account, HttpServletRequest request) throws IOException {
    try {
      Sizes.require(request);
      return answer(account, jobs.upload(account, "", request.getInputStream()));
    } catch (UploadTooLarge large) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "", large);
    }
  }

  /** Another database: {@code dialect, host, port, database, tls, user, query, key, password}. */
  @PostMapping("/api/v1/imports/table")
  ResponseEntity<String> table(Account account, @RequestBody byte[] body) throws IOException {
    char[] password = new char[0];
    try {
      Json.Object json = object(body);
      password = json.text("password").toCharArray();
      return answer(account, jobs.table(account, TableSource.parse(json), password));
    } catch (TableRefused refused) {
      throw refused(RequestRefused.Kind.UNPROCESSABLE, refused.code());
    } catch (JsonRefused | IllegalArgumentException malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    } finally {
      Arrays.fill(body, (byte) 0);
      Arrays.fill(password, ' ');
    }
  }

  private ResponseEntity<String> answer(Account account, UploadAnswer answer) {
    return switch (answer) {
      case UploadAnswer.Taken(ImportId id) -> Answers.at(HttpStatus.CREATED, id, job(account, id));
      case UploadAnswer.UnderWay(ImportId id) -> Answers.at(HttpStatus.OK, id, job(account, id));
      case UploadAnswer.Imported(ImportId id) ->
        throw refused(RequestRefused.Kind.CONFLICT, "imported-before");
      case UploadAnswer.Refused(String code) -> throw refused(RequestRefused.Kind.UNPROCESSABLE, code);
      case UploadAnswer.Unreadable unreadable ->
        throw refused(RequestRefused.Kind.UNPROCESSABLE, unreadable.why().reason());
    };
  }

  /** The newest first; {@code before} is the last id of the page that was read. */
  @GetMapping("/api/v1/imports")
  ResponseEntity<String> list(Account account, @RequestParam Optional<ImportId> before,
      @RequestParam(defaultValue = "100") int limit) {
    List<ImportJob> page = jobs.before(account, before, Math.clamp(limit, 1, MOST));
    return Answers.ok(Json.object().with("imports", page.stream().map(Answers::json).toList()));
  }

  @GetMapping("/api/v1/imports/{id}")
  ResponseEntity<String> show(Account account, @PathVariable ImportId id) {
    Json.Object answer = Answers.json(job(account, id));
    return Answers.ok(jobs.source(account, id)
        .map(source -> answer.with("columns", Answers.columns(source)))
        .orElse(answer));
  }

  /** {@code {"columns": {"手机号码": "mobile", "note": ""}}}: the inventory's column, or the empty text to leave one out. */
  @PutMapping("/api/v1/imports/{id}/columns")
  ResponseEntity<String> columns(Account account, @PathVariable ImportId id, @RequestBody byte[] body) {
    job(account, id);
    try {
      Json.Object columns = object(body).object("columns");
      Map<String, String> chosen = new HashMap<>();
      columns.members().keySet().forEach(name -> chosen.put(name, columns.text(name)));
      return moved(account, id, jobs.choose(account, id, chosen));
    } catch (JsonRefused malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    }
  }

  /** {@code {"sheet": 0, "headerRow": 3, "headerRows": 1}}. */
  @PutMapping("/api/v1/imports/{id}/sheet")
  ResponseEntity<String> sheet(Account account, @PathVariable ImportId id, @RequestBody byte[] body)
      throws IOException {
    job(account, id);
    try {
      Json.Object json = object(body);
      SheetChoice choice = new SheetChoice(Math.toIntExact(json.number("sheet")),
          Math.toIntExact(json.number("headerRow")), Math.toIntExact(json.number("headerRows")));
      return moved(account, id, jobs.choose(account, id, choice));
    } catch (DamagedFile damaged) {
      throw refused(RequestRefused.Kind.UNPROCESSABLE, damaged.reason());
    } catch (JsonRefused | IllegalArgumentException | ArithmeticException malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    }
  }

  @PostMapping("/api/v1/imports/{id}/rehearsal")
  ResponseEntity<String> rehearse(Account account, @PathVariable ImportId id) {
    job(account, id);
    try {
      return moved(account, id, jobs.rehearse(account, id));
    } catch (UndeclaredColumns open) {
      throw refused(RequestRefused.Kind.UNPROCESSABLE, "columns");
    } catch (TableRefused refused) {
      throw refused(RequestRefused.Kind.UNPROCESSABLE, refused.code());
    } catch (JsonRefused malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    }
  }

  /** For another database the body may give the password again: {@code {"password": "…"}}. */
  @PostMapping("/api/v1/imports/{id}/start")
  ResponseEntity<String> start(Account account, @PathVariable ImportId id,
      @RequestBody(required = false) byte @Nullable [] body) {
    job(account, id);
    char[] password = new char[0];
    try {
      Json.Object given = body == null || body.length == 0 ? Json.object() : object(body);
      if (given.has("password")) {
        password = given.text("password").toCharArray();
        jobs.password(account, id, password);
      }
      return moved(account, id, jobs.start(account, id));
    } catch (UndeclaredColumns open) {
      throw refused(RequestRefused.Kind.UNPROCESSABLE, "columns");
    } catch (TableRefused refused) {
      throw refused(RequestRefused.Kind.UNPROCESSABLE, refused.code());
    } catch (JsonRefused malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    } finally {
      if (body != null) {
        Arrays.fill(body, (byte) 0);
      }
      Arrays.fill(password, ' ');
    }
  }

  @DeleteMapping("/api/v1/imports/{id}")
  ResponseEntity<String> cancel(Account account, @PathVariable ImportId id) {
    job(account, id);
    return moved(account, id, jobs.cancel(account, id));
  }

  /** Rows that were turned away, behind {@code after}; {@code next} is where the next page begins, if there is one. */
  @GetMapping("/api/v1/imports/{id}/rejected")
  ResponseEntity<String> rejected(Account account, @PathVariable ImportId id,
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
    job(account, id);
    int most = Math.clamp(limit, 1, MOST);
    List<Imports.Rejection> page = jobs.rejected(account, id, after, most);
    Json.Object answer = Json.object()
        .with("rejected",
            page.stream()
                .map(row -> Json.object().with("row", row.row()).with("reason", row.reason()))
                .toList());
    return Answers.ok(page.size() < most ? answer : answer.with("next", page.getLast().row()));
  }

  private ResponseEntity<String> moved(Account account, ImportId id, boolean done) {
    if (!done) {
      throw refused(RequestRefused.Kind.CONFLICT, "moved-on");
    }
    return Answers.ok(Answers.json(job(account, id)));
  }

  private static RequestRefused refused(RequestRefused.Kind kind, String code) {
    return new RequestRefused(kind, "imports." + code);
  }

  private ImportJob job(Account account, ImportId id) {
    return jobs.find(account, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Json.Object object(byte[] body) {
    if (Json.parse(body) instanceof Json.Object object) {
      return object;
    }
    throw new JsonRefused("not an object");
  }
}
