package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of what people are asked to consent to. */
@Component
final class NoticeRows {
  private static final String READ = """
      select purpose, version, zh, zh_sha256, en, en_sha256, meaning_changed, at from consent.notice
      """;
  private final Storage storage;

  NoticeRows(Storage storage) {
    this.storage = storage;
  }

  /** A notice that changed what a purpose means, and its place in the order of answers. */
  record Changed(String purpose, int version, long seq) {}

  void add(CompanyId company, ConsentNotice notice, String by) {
    storage.jdbc()
        .sql("""
            insert into consent.notice
              (company_id, purpose, version, zh, zh_sha256, en, en_sha256, meaning_changed, at, published_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), notice.purpose().code(), notice.version(), notice.zh(), notice.zhSha256(),
            notice.en(), notice.enSha256(), notice.meaningChanged(), notice.at().atOffset(ZoneOffset.UTC), by)
        .update();
  }

  Optional<ConsentNotice> newest(CompanyId company, Purpose purpose) {
    return storage.jdbc()
        .sql(READ + "where company_id = ? and purpose = ? order by version desc limit 1")
        .params(company.value(), purpose.code())
        .query(NoticeRows::notice)
        .optional();
  }

  Optional<ConsentNotice> version(CompanyId company, Purpose purpose, int version) {
    return storage.jdbc()
        .sql(READ + "where company_id = ? and purpose = ? and version = ?")
        .params(company.value(), purpose.code(), version)
        .query(NoticeRows::notice)
        .optional();
  }

  /** The newest version that had this text. */
  Optional<ConsentNotice> served(CompanyId company, Purpose purpose, ServedNotice served) {
    return storage.jdbc()
        .sql(READ + """
            where company_id = ? and purpose = ? and (case ? when 'zh' then zh_sha256 else en_sha256 end) = ?
            order by version desc limit 1
            """)
        .params(company.value(), purpose.code(), served.language(), served.sha256())
        .query(NoticeRows::notice)
        .optional();
  }

  /** In the order of answers. */
  List<Changed> changed(CompanyId company) {
    return storage.jdbc()
        .sql(
            """
                select purpose, version, seq from consent.notice where company_id = ? and meaning_changed order by seq
                """)
        .param(company.value())
        .query((row, number) -> new Changed(row.getString(1), row.getInt(2), row.getLong(3)))
        .list();
  }

  private static ConsentNotice notice(ResultSet row, int number) throws SQLException {
    return new ConsentNotice(new Purpose(row.getString(1)), row.getInt(2), row.getString(3), row.getString(4),
        row.getString(5), row.getString(6), row.getBoolean(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }
}
