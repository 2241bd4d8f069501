package io.safehand.server.govern.documents;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of versions, their texts sealed. Called inside a transaction of the company. */
@Component
final class VersionRows {
  private static final String VERSION = """
      select document_id, kind, number, sha256, state, author, written_at, approved_at, approvers
        from documents.version where company_id = ?
      """;

  private final JdbcClient jdbc;
  private final SealedTexts texts;

  VersionRows(Storage storage, SealedTexts texts) {
    this.jdbc = storage.jdbc();
    this.texts = texts;
  }

  void add(CompanyId company, Version version, DocumentText text) {
    jdbc.sql(
        """
            insert into documents.version (company_id, document_id, number, kind, sha256, state, author, written_at, approvers,
                                           body) values (?, ?, ?, ?, ?, 'DRAFT', ?, ?, '{}', ?)
            """)
        .params(company.value(), version.document().value(), version.number(), version.kind(),
            version.sha256(), version.author().value(), time(version.writtenAt()),
            sealed(company, version, text))
        .update();
  }

  void change(CompanyId company, Version version, DocumentText text) {
    jdbc.sql("""
        update documents.version set sha256 = ?, author = ?, written_at = ?, body = ?
         where company_id = ? and document_id = ? and number = ? and state = 'DRAFT'
        """)
        .params(version.sha256(), version.author().value(), time(version.writtenAt()),
            sealed(company, version, text), company.value(), version.document().value(), version.number())
        .update();
  }

  void approve(CompanyId company, Version version) {
    jdbc.sql("""
        update documents.version set state = 'APPROVED', approved_at = ?, approvers = ?
         where company_id = ? and document_id = ? and number = ? and state = 'DRAFT'
        """)
        .params(version.approvedAt().map(VersionRows::time).orElseThrow(),
            version.approvers().toArray(String[]::new), company.value(), version.document().value(),
            version.number())
        .update();
  }

  Optional<Version> newest(CompanyId company, DocumentId document) {
    return jdbc.sql(VERSION + "and document_id = ? order by number desc limit 1")
        .params(company.value(), document.value())
        .query(VersionRows::version)
        .optional();
  }

  /** One that is there. */
  Version find(CompanyId company, DocumentId document, int number) {
    return jdbc.sql(VERSION + "and document_id = ? and number = ?")
        .params(company.value(), document.value(), number)
        .query(VersionRows::version)
        .single();
  }

  List<Version> all(CompanyId company, DocumentId document) {
    return jdbc.sql(VERSION + "and document_id = ? order by number")
        .params(company.value(), document.value())
        .query(VersionRows::version)
        .list();
  }

  Optional<Version> inForce(CompanyId company, String kind) {
    return jdbc
        .sql(VERSION + "and kind = ? and state = 'APPROVED' order by approved_at desc, number desc limit 1")
        .params(company.value(), kind)
        .query(VersionRows::version)
        .optional();
  }

  DocumentText text(CompanyId company, Version version) {
    byte[] body = jdbc
        .sql("select body from documents.version where company_id = ? and document_id = ? and number = ?")
        .params(company.value(), version.document().value(), version.number())
        .query((row, number) -> row.getBytes(1))
        .single();
    return DocumentText.parse(texts.openBytes(company, place(version), body));
  }

  private byte[] sealed(CompanyId company, Version version, DocumentText text) {
    return texts.sealBytes(company, place(version), text.canonical());
  }

  private static String place(Version version) {
    return "documents.version.body/" + version.document() + "/" + version.number();
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    return new Version(new DocumentId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3),
        row.getString(4), Version.State.valueOf(row.getString(5)),
        new AccountId(row.getObject(6, UUID.class)), row.getObject(7, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        List.of((String[]) row.getArray(9).getArray()));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
