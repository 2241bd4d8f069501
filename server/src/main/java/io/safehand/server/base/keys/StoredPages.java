package io.safehand.server.base.keys;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyPages;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.base.storage.BinaryCopy;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One company's key pages in the database. Used inside a transaction of the company. Many new pages go in by binary
 * copy, the few that are rewritten by one statement.
 */
final class StoredPages implements KeyPages {
  private static final int COPY_FROM = 8;
  private static final String AT = """
      from unnest(?::uuid[], ?::int[], ?::int[]) as at(tree_id, level, number)
      """;

  private final CompanyId company;
  private final Storage storage;

  StoredPages(CompanyId company, Storage storage) {
    this.company = company;
    this.storage = storage;
  }

  @Override
  public List<SealedPage> pages(Collection<PageAddress> addresses) {
    return storage.jdbc()
        .sql("select p.tree_id, p.level, p.number, p.suite, p.page_key, p.version, p.sealed " + AT + """
            join keys.page p on p.company_id = ? and p.tree_id = at.tree_id and p.level = at.level
             and p.number = at.number
            """)
        .params(at(addresses))
        .param(company.value())
        .query(this::page)
        .list();
  }

  @Override
  public void put(Collection<SealedPage> pages) {
    List<SealedPage> fresh = new ArrayList<>();
    List<SealedPage> rewritten = new ArrayList<>();
    pages.forEach(page -> (page.version() == 1 ? fresh : rewritten).add(page));
    if (fresh.size() < COPY_FROM) {
      rewritten.addAll(fresh);
    } else {
      copy(fresh);
    }
    if (!rewritten.isEmpty()) {
      replace(rewritten);
    }
  }

  @Override
  public void remove(Collection<PageAddress> addresses) {
    if (!addresses.isEmpty()) {
      storage.jdbc()
          .sql("delete from keys.page p using (select * " + AT
              + """
                  ) at where p.company_id = ? and p.tree_id = at.tree_id and p.level = at.level and p.number = at.number
                  """)
          .params(at(addresses))
          .param(company.value())
          .update();
    }
  }

  private void copy(List<SealedPage> pages) {
    try (BinaryCopy copy = storage
        .copy("copy keys.page (company_id, tree_id, level, number, suite, page_key, version, "
            + "sealed) from stdin (format binary)")) {
      for (SealedPage page : pages) {
        copy.row(8)
            .uuid(company.value())
            .uuid(page.address().tree().tree().value())
            .int2(page.address().level())
            .int4(page.address().number())
            .int2(page.suite().number())
            .bytes(bytes(page.pageKey()))
            .int8(page.version())
            .bytes(page.sealed());
      }
      copy.finish();
    }
  }

  private void replace(List<SealedPage> pages) {
    storage.jdbc()
        .sql(
            """
                insert into keys.page (company_id, tree_id, level, number, suite, page_key, version, sealed)
                select ?, at.* from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::bytea[], ?::bigint[], ?::bytea[]) as at
                on conflict (company_id, tree_id, level, number) do update
                  set suite = excluded.suite, page_key = excluded.page_key, version = excluded.version,
                      sealed = excluded.sealed
                """)
        .param(company.value())
        .params(at(pages.stream().map(SealedPage::address).toList()))
        .param(pages.stream().map(page -> page.suite().number()).toArray(Integer[]::new))
        .param(pages.stream().map(page -> bytes(page.pageKey())).toArray(byte[][]::new))
        .param(pages.stream().map(SealedPage::version).toArray(Long[]::new))
        .param(pages.stream().map(SealedPage::sealed).toArray(byte[][]::new))
        .update();
  }

  private static Object[] at(Collection<PageAddress> addresses) {
    return new Object[]{addresses.stream().map(address -> address.tree().tree().value()).toArray(UUID[]::new),
      addresses.stream().map(PageAddress::level).toArray(Integer[]::new),
      addresses.stream().map(PageAddress::number).toArray(Integer[]::new)};
  }

  private SealedPage page(ResultSet row, int number) throws SQLException {
    TreeName tree = new TreeName(company, new TreeId(row.getObject(1, UUID.class)));
    return new SealedPage(new PageAddress(tree, row.getInt(2), row.getInt(3)), Suite.ofNumber(row.getInt(4)),
        KeyId.read(ByteBuffer.wrap(row.getBytes(5))), row.getLong(6), row.getBytes(7));
  }

  static byte[] bytes(KeyId id) {
    return HexFormat.of().parseHex(id.toString());
  }
}
