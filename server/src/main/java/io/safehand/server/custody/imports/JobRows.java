package io.safehand.server.custody.imports;

import io.safehand.core.bulk.Tally;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.custody.upload.SealedUpload;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.records.Imports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is stored about imports. Each change names the states it may change, so that of two only one counts. */
@Component
final class JobRows {
  private static final String READ = """
      select id, kind, state, account_id, begun_at, changed_at, started_at, bytes, taken, size, imported, rejected,
             rejections, left_out, rehearsed, reason from imports.job where company_id = ?
      """;

  private final Storage storage;
  private final Clock clock;

  JobRows(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  void add(Account by, ImportId id, SourceKind kind) {
    storage.run(by.company(), () -> storage.jdbc().sql("""
        insert into imports.job (company_id, id, kind, state, account_id, begun_at, changed_at)
        values (?, ?, ?, 'UPLOADING', ?, ?, ?)
        """).params(by.company().value(), id.value(), kind.name(), by.id().value(), now(), now()).update());
  }

  void arrived(CompanyId company, ImportId id, SourceKind kind, SealedUpload.Written written) {
    change(company, id, "kind = ?, bytes = ?, source_sha256 = ?, state = 'READY'", "UPLOADING", kind.name(),
        written.bytes(), written.sha256());
  }

  /** The source of another database is not here; its address, sealed elsewhere, tells it from others. */
  void found(CompanyId company, ImportId id, String sha256) {
    change(company, id, "source_sha256 = ?, state = 'READY'", "UPLOADING", sha256);
  }

  boolean say(CompanyId company, ImportId id, byte[] survey, byte[] reading) {
    return change(company, id, "survey = ?, reading = ?, rehearsed = false, rejections = '', left_out = ''",
        "READY", survey, reading);
  }

  Optional<byte[]> sealed(CompanyId company, ImportId id, String column) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select " + column + " from imports.job where company_id = ? and id = ? and " + column
                + " is not null")
            .params(company.value(), id.value())
            .query(byte[].class)
            .optional());
  }

  String sourceSha256(CompanyId company, ImportId id) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select source_sha256 from imports.job where company_id = ? and id = ?")
            .params(company.value(), id.value())
            .query(String.class)
            .single());
  }

  /** Begins a rehearsal, or an import; false when it is not the time for it. */
  boolean begin(Account by, ImportId id, ImportState to) {
    String from = to == ImportState.REHEARSING ? "READY" : "READY STOPPED";
    return change(by.company(), id, """
        state = ?, account_id = ?, started_at = ?, reason = '', taken = 0, size = 0,
        imported = case when state = 'STOPPED' then imported else 0 end,
        rejected = case when state = 'STOPPED' then rejected else 0 end,
        rejections = '', left_out = '', rehearsed = false
        """, from, to.name(), by.id().value(), now());
  }

  /** False when somebody cancelled it meanwhile. */
  boolean progress(CompanyId company, ImportJob job, RowSource source, Tally tally) {
    return change(company, job.id(),
        "taken = ?, size = ?, imported = ?, rejected = ?, rejections = ?, left_out = ?", job.state().name(),
        source.taken(), source.size(), job.imported() + tally.done(), job.rejected() + tally.rejected(),
        text(tally.rejections()), text(tally.leftOut()));
  }

  void rehearsed(CompanyId company, ImportId id, Tally tally) {
    change(company, id,
        "state = 'READY', taken = size, imported = ?, rejected = ?, rejections = ?, left_out = ?, rehearsed = true",
        "REHEARSING", tally.done(), tally.rejected(), text(tally.rejections()), text(tally.leftOut()));
  }

  boolean done(CompanyId company, ImportId id, Imports.Report report) {
    SortedMap<String, Long> rejections = new TreeMap<>();
    report.rejected().values().forEach(reason -> rejections.merge(reason, 1L, Long::sum));
    return change(company, id,
        "state = 'DONE', taken = size, imported = ?, rejected = ?, rejections = ?, left_out = ?, intake_id = ?",
        "RUNNING", report.imported(), (long) report.rejected().size(), text(rejections),
        text(report.leftOut()), report.id());
  }

  void stopped(CompanyId company, ImportId id, String reason) {
    change(company, id, "state = case when state = 'REHEARSING' then 'READY' else 'STOPPED' end, reason = ?",
        "REHEARSING RUNNING", reason);
  }

  boolean cancel(CompanyId company, ImportId id) {
    return change(company, id, "state = 'CANCELLED'", "READY REHEARSING RUNNING STOPPED");
  }

  void remove(CompanyId company, ImportId id) {
    storage.run(company,
        () -> storage.jdbc()
            .sql("delete from imports.job where company_id = ? and id = ?")
            .params(company.value(), id.value())
            .update());
  }

  /** Others that brought the very same bytes. */
  List<ImportJob> sameSource(CompanyId company, String sha256, ImportId but) {
    return storage.in(company, () -> read(" and source_sha256 = ? and id <> ? order by begun_at desc",
        company, sha256, but.value()));
  }

  Optional<ImportJob> find(CompanyId company, ImportId id) {
    return storage.in(company, () -> read(" and id = ?", company, id.value()).stream().findFirst());
  }

  Optional<UUID> intake(CompanyId company, ImportId id) {
    return storage.in(company, () -> storage.jdbc()
        .sql("select intake_id from imports.job where company_id = ? and id = ? and intake_id is not null")
        .params(company.value(), id.value())
        .query(UUID.class)
        .optional());
  }

  /** The newest first. */
  List<ImportJob> before(CompanyId company, Optional<ImportId> before, int limit) {
    return storage.in(company,
        () -> before.isEmpty()
            ? read(" order by id desc limit ?", company, limit)
            : read(" and id < ? order by id desc limit ?", company, before.get().value(), limit));
  }

  Optional<ImportId> newestNotCancelled(CompanyId company) {
    return storage.in(company, () -> read(" and state <> 'CANCELLED' order by id desc limit 1", company))
        .stream()
        .map(ImportJob::id)
        .findFirst();
  }

  boolean isAnyDone(CompanyId company) {
    return storage.in(company, () -> !read(" and state = 'DONE' limit 1", company).isEmpty());
  }

  private List<ImportJob> read(String where, CompanyId company, Object... values) {
    JdbcClient.StatementSpec statement = storage.jdbc().sql(READ + where).param(company.value());
    for (Object value : values) {
      statement = statement.param(value);
    }
    return statement.query((row, number) -> job(row)).list();
  }

  private boolean change(CompanyId company, ImportId id, String set, String from, Object... values) {
    return storage.in(company, () -> {
      JdbcClient.StatementSpec statement = storage.jdbc()
          .sql("update imports.job set changed_at = ?, " + set
              + " where company_id = ? and id = ? and state = any(?)")
          .param(now());
      for (Object value : values) {
        statement = statement.param(value);
      }
      return statement.param(company.value()).param(id.value()).param(from.split(" ", -1)).update() == 1;
    });
  }

  private static ImportJob job(ResultSet row) throws SQLException {
    return new ImportJob(new ImportId(row.getObject("id", UUID.class)),
        SourceKind.valueOf(row.getString("kind")), ImportState.valueOf(row.getString("state")),
        row.getObject("account_id", UUID.class).toString(),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("started_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        row.getLong("bytes"), row.getLong("taken"), row.getLong("size"), row.getLong("imported"),
        row.getLong("rejected"), counts(row.getString("rejections")), counts(row.getString("left_out")),
        row.getBoolean("rehearsed"), row.getString("reason"));
  }

  /** {@code mobile:mobile.length=1 row.duplicate=3}: codes hold neither space nor equals sign. */
  private static String text(Map<String, Long> counts) {
    return new TreeMap<>(counts).entrySet()
        .stream()
        .map(count -> count.getKey() + "=" + count.getValue())
        .collect(Collectors.joining(" "));
  }

  private static SortedMap<String, Long> counts(String text) {
    SortedMap<String, Long> counts = new TreeMap<>();
    Stream.of(text.split(" ", -1)).filter(count -> !count.isEmpty()).forEach(count -> {
      int equals = count.lastIndexOf('=');
      counts.put(count.substring(0, equals), Long.valueOf(count.substring(equals + 1)));
    });
    return counts;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
