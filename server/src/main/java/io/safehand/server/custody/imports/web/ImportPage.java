package io.safehand.server.custody.imports.web;

import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.inventory.Basis;
import io.safehand.core.person.Category;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.imports.Disposals;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJob;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.imports.MissingColumns;
import io.safehand.server.custody.imports.SourceSurvey;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.inventory.DeclaredColumn;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.UndeclaredColumns;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One import: its sheet and columns, the rehearsal, the run, what was turned away, and the task for its original. */
@Controller
class ImportPage {
  private static final int PAGE = 1000;
  /** What the form sends for a column about which nobody has said anything. */
  private static final String UNDECIDED = "?";

  private final ImportJobs jobs;
  private final MissingColumns missing;
  private final Disposals disposals;

  ImportPage(ImportJobs jobs, MissingColumns missing, Disposals disposals) {
    this.jobs = jobs;
    this.missing = missing;
    this.disposals = disposals;
  }

  @GetMapping("/imports/{id}")
  String show(Account account, @PathVariable ImportId id, Model model) {
    ImportJob job = job(account, id);
    model.addAttribute("job", job);
    jobs.source(account, id).filter(source -> !job.state().isOver()).ifPresent(source -> {
      model.addAttribute("reading", source.reading());
      model.addAttribute("survey", source.survey());
      model.addAttribute("targets", jobs.targets(account));
      model.addAttribute("open", jobs.undecided(account, source));
      missing.of(account, source).ifPresent(asked -> model.addAttribute("asked", asked));
    });
    disposals.of(account.company(), id).ifPresent(task -> model.addAttribute("task", task));
    model.addAttribute("categories", Category.values());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("whereabouts", Disposals.Place.values());
    model.addAttribute("ways", Disposals.How.values());
    return "imports/one";
  }

  /** The part of the page that moves; it asks for the whole page once there is nothing more to wait for. */
  @GetMapping("/imports/{id}/progress")
  String progress(Account account, @PathVariable ImportId id, Model model, HttpServletResponse response) {
    ImportJob job = job(account, id);
    model.addAttribute("job", job);
    if (!job.state().isUnderWay()) {
      response.setHeader("HX-Refresh", "true");
    }
    return "imports/one :: progress";
  }

  @PostMapping("/imports/{id}/sheet")
  String sheet(Account account, @PathVariable ImportId id, @RequestParam int sheet,
      @RequestParam int headerRow, @RequestParam int headerRows) throws IOException {
    job(account, id);
    try {
      return to(id, jobs.choose(account, id, new SheetChoice(sheet, headerRow, headerRows)), "sheet");
    } catch (DamagedFile damaged) {
      return "redirect:/imports/" + id + "?refused=imports." + damaged.reason();
    }
  }

  /** @param to one for each column of the source, in its order */
  @PostMapping("/imports/{id}/columns")
  String columns(Account account, @PathVariable ImportId id, @RequestParam List<String> to) {
    job(account, id);
    Map<String, String> chosen = new HashMap<>();
    List<SourceSurvey.Column> columns = jobs.source(account, id)
        .map(source -> source.survey().columns())
        .orElse(List.of());
    for (int i = 0; i < Math.min(columns.size(), to.size()); i++) {
      if (!to.get(i).equals(UNDECIDED)) {
        chosen.put(columns.get(i).name(), to.get(i));
      }
    }
    return to(id, jobs.choose(account, id, chosen), "columns");
  }

  /** What is declared becomes a proposal for the inventory; somebody else approves it. */
  @PostMapping("/imports/{id}/declaration")
  String declare(Account account, @PathVariable ImportId id, @ModelAttribute DeclarationForm form) {
    job(account, id);
    List<SourceSurvey.Column> columns = jobs.source(account, id)
        .map(source -> source.survey().columns())
        .orElse(List.of());
    try {
      List<DeclaredColumn> declared = form.declared(columns);
      String done = declared.isEmpty() ? "columns" : "declared";
      return missing.declare(account, id, declared, form.leftOut(columns))
          .map(code -> "redirect:/imports/" + id + "?refused=imports." + code)
          .orElse("redirect:/imports/" + id + "?done=imports." + done);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    }
  }

  @PostMapping("/imports/{id}/rehearsal")
  String rehearse(Account account, @PathVariable ImportId id,
      @RequestParam(defaultValue = "") char[] password) {
    give(account, id, password);
    try {
      return to(id, jobs.rehearse(account, id), "begun");
    } catch (UndeclaredColumns open) {
      return "redirect:/imports/" + id + "?refused=imports.columns";
    } catch (TableRefused refused) {
      return "redirect:/imports/" + id + "?refused=imports." + refused.code();
    }
  }

  @PostMapping("/imports/{id}/start")
  String start(Account account, @PathVariable ImportId id, @RequestParam(defaultValue = "") char[] password) {
    give(account, id, password);
    try {
      return to(id, jobs.start(account, id), "begun");
    } catch (UndeclaredColumns open) {
      return "redirect:/imports/" + id + "?refused=imports.columns";
    } catch (TableRefused refused) {
      return "redirect:/imports/" + id + "?refused=imports." + refused.code();
    }
  }

  @PostMapping("/imports/{id}/cancel")
  String cancel(Account account, @PathVariable ImportId id) {
    job(account, id);
    return to(id, jobs.cancel(account, id), "cancelled");
  }

  @PostMapping("/imports/{id}/disposal")
  String dispose(Account account, @PathVariable ImportId id,
      @RequestParam(defaultValue = "") Set<Disposals.Place> place, @RequestParam Disposals.How how) {
    job(account, id);
    return to(id, disposals.close(account, id, place, how), "disposed");
  }

  /** As docs/formats/inventory.md has it: row and reason, never a value. */
  @GetMapping("/imports/{id}/rejected.csv")
  void rejected(Account account, @PathVariable ImportId id, HttpServletResponse response) throws IOException {
    job(account, id);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"rejected.csv\"");
    PrintWriter out = response.getWriter();
    out.print("row,reason\n");
    List<Imports.Rejection> page = jobs.rejected(account, id, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(row -> out.print(row.row() + "," + row.reason() + "\n"));
      page = jobs.rejected(account, id, page.getLast().row(), PAGE);
    }
  }

  private void give(Account account, ImportId id, char[] password) {
    job(account, id);
    if (password.length > 0) {
      jobs.password(account, id, password);
      Arrays.fill(password, ' ');
    }
  }

  private ImportJob job(Account account, ImportId id) {
    return jobs.find(account, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String to(ImportId id, boolean done, String what) {
    return "redirect:/imports/" + id + (done ? "?done=imports." + what : "?refused=imports.moved-on");
  }
}
