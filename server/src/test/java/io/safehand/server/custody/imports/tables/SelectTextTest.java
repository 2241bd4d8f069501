package io.safehand.server.custody.imports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"select 1", "SELECT a, 'delete; it' as \"update\" from t where b = 'x--y'",
    "with c as (select * from t) select * from c", "select `update` from t",
    "select replace(a, '-', '')\nfrom t join u on t.id = u.id"})
  void takesOneSelect(String query) {
    assertThat(SelectText.of("  " + query + "\n")).isEqualTo(query);
  }

  @Test
  void takesATableByItsName() {
    assertThat(SelectText.of("public.客户")).isEqualTo("select * from public.客户");
    assertThat(SelectText.of("sales.dbo.customers")).isEqualTo("select * from sales.dbo.customers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "delete from t", "select 1; select 2", "select 1;", "select 1 -- end",
    "select /*! 1 */ 1", "select 1 # end", "select * into u from t",
    "with d as (delete from t returning *) select * from d",
    "select 1) x; drop table t; select * from (select 1", "explain select 1", "(select 1)",
    "select 'a\\'; drop table t; --'", "select $$a$$", "select 'open", "call f()", "do", "update t set a = 1",
    "select * from t for update", "select * from openrowset('x', 'y', 'z')",
    "select 1 from t lock in share mode", "values (1)", "t; drop table t"})
  void refusesEverythingElse(String query) {
    assertThatThrownBy(() -> SelectText.of(query)).isInstanceOfSatisfying(TableRefused.class,
        refused -> assertThat(refused.code()).isEqualTo("source.statement"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"db.example/x", "db.example:1?socketFactory=a", "a b", "", "-x"})
  void anAddressCannotSmuggleOptionsIn(String host) {
    assertRefused(host, "shop");
    assertRefused("db.example", "shop?ssl=false&x");
    assertRefused("db.example", "shop;encrypt=false");
  }

  @Test
  void onlyThisMachineIsReadInClear() {
    assertThat(source("127.0.0.1", "shop", TableSource.Tls.OFF)).hasToString("•••");
    assertThatThrownBy(() -> source("db.example", "shop", TableSource.Tls.OFF)).isInstanceOfSatisfying(
        TableRefused.class, refused -> assertThat(refused.code()).isEqualTo("source.tls"));
  }

  private static void assertRefused(String host, String database) {
    assertThatThrownBy(() -> source(host, database, TableSource.Tls.VERIFIED))
        .isInstanceOf(TableRefused.class);
  }

  private static TableSource source(String host, String database, TableSource.Tls tls) {
    return new TableSource(Dialect.POSTGRESQL, host, 5432, database, tls, "reader", "select 1 as id", "id");
  }
}
