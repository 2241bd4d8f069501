package io.safehand.server.base.keys;

import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Trees;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** One company's key trees in the database. Used inside a transaction of the company. */
final class StoredTrees implements Trees {
  private static final String STATE = """
      select t.root_id, t.version, t.epoch, coalesce(l.next_leaf, 0)
        from keys.tree t left join keys.leaves l on l.company_id = t.company_id and l.tree_id = t.tree_id
       where t.company_id = ? and t.tree_id = ?
      """;

  private final CompanyId company;
  private final Storage storage;

  StoredTrees(CompanyId company, Storage storage) {
    this.company = company;
    this.storage = storage;
  }

  @Override
  public TreeState state(TreeId tree) {
    return read(tree, STATE).orElseThrow(() -> new NoSuchTree(tree));
  }

  @Override
  public Optional<TreeState> find(TreeId tree) {
    return read(tree, STATE);
  }

  @Override
  public TreeState lock(TreeId tree) {
    return read(tree, STATE + " for update of t").orElseThrow(() -> new NoSuchTree(tree));
  }

  @Override
  public void save(TreeState state) {
    storage.jdbc()
        .sql("""
            insert into keys.tree (company_id, tree_id, root_id, version, epoch) values (?, ?, ?, ?, ?)
            on conflict (company_id, tree_id) do update
              set root_id = excluded.root_id, version = excluded.version, epoch = excluded.epoch
            """)
        .params(company.value(), state.tree().value(), StoredPages.bytes(state.root().key()), state.version(),
            state.epoch())
        .update();
  }

  @Override
  public int takeLeaves(TreeId tree, int count) {
    int next = storage.jdbc().sql("""
        insert into keys.leaves (company_id, tree_id, next_leaf) values (?, ?, ?)
        on conflict (company_id, tree_id) do update set next_leaf = leaves.next_leaf + excluded.next_leaf
        returning next_leaf
        """).params(company.value(), tree.value(), count).query(Integer.class).single();
    return next - count;
  }

  @Override
  public void remove(TreeId tree) {
    for (String table : List.of("page", "leaves", "tree")) {
      storage.jdbc()
          .sql("delete from keys." + table + " where company_id = ? and tree_id = ?")
          .params(company.value(), tree.value())
          .update();
    }
  }

  private Optional<TreeState> read(TreeId tree, String sql) {
    return storage.jdbc()
        .sql(sql)
        .params(company.value(), tree.value())
        .query((row, n) -> new TreeState(tree, RootId.read(ByteBuffer.wrap(row.getBytes(1))), row.getLong(2),
            row.getInt(4), row.getLong(3)))
        .optional();
  }
}
