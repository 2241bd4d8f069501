package io.safehand.server.base.signin;

import static io.safehand.server.base.signin.SignIns.Refusal.NAME_MALFORMED;
import static io.safehand.server.base.signin.SignIns.Refusal.NAME_TAKEN;
import static io.safehand.server.base.signin.SignIns.Refusal.PASSWORD_IS_NAME;
import static io.safehand.server.base.signin.SignIns.Refusal.PASSWORD_LONG;
import static io.safehand.server.base.signin.SignIns.Refusal.PASSWORD_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class SignInsTest {
  private static final String PASSWORD = "桂花落在井台上-Kq7Lm";

  @Autowired
  SignIns signIns;
  @Autowired
  Access access;
  @Autowired
  Storage storage;

  private Account officer;
  private String name;

  @BeforeEach
  void anOfficer() {
    officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    name = "lin-" + officer.who();
  }

  @Test
  void onlyNameAndPasswordTogetherOpen() {
    assertThat(set(name, PASSWORD)).isEmpty();
    assertThat(signIns.check(name, PASSWORD.toCharArray())).contains(officer);
    assertThat(signIns.check(" " + name.toUpperCase() + " ", PASSWORD.toCharArray())).contains(officer);
    assertThat(signIns.check(name, "another password".toCharArray())).isEmpty();
    assertThat(signIns.check("somebody-else", PASSWORD.toCharArray())).isEmpty();
    assertThat(signIns.check(name, "x".repeat(100_000).toCharArray())).isEmpty();
  }

  @Test
  void aNewPasswordReplacesTheOld() {
    set(name, PASSWORD);
    assertThat(set(name, "石榴花开第二次-Zw3Lm")).isEmpty();
    assertThat(signIns.check(name, PASSWORD.toCharArray())).isEmpty();
    assertThat(signIns.proves(officer, "石榴花开第二次-Zw3Lm".toCharArray())).isTrue();
  }

  @Test
  void aNameBelongsToOneAccountOnTheInstallation() {
    set(name, PASSWORD);
    Account other = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(signIns.set(other, name, PASSWORD.toCharArray())).contains(NAME_TAKEN);
    assertThat(signIns.check(name, PASSWORD.toCharArray())).contains(officer);
  }

  @Test
  void weakPasswordsAndStrangeNamesAreRefused() {
    assertThat(set(name, "elevenchars")).contains(PASSWORD_SHORT);
    assertThat(set(name, "x".repeat(201))).contains(PASSWORD_LONG);
    assertThat(set(name, "my name is " + name)).contains(PASSWORD_IS_NAME);
    assertThat(set("a b", PASSWORD)).contains(NAME_MALFORMED);
    assertThat(set("<script>", PASSWORD)).contains(NAME_MALFORMED);
  }

  @Test
  void theDatabaseHoldsAnArgon2idHashOnly() {
    set(name, PASSWORD);
    String row = storage.inNone(() -> storage.jdbc()
        .sql("select n::text from signin.name n where name = ?")
        .param(name)
        .query(String.class)
        .single());
    assertThat(row).contains("$argon2id$").doesNotContain(PASSWORD);
  }

  private Optional<SignIns.Refusal> set(String as, String password) {
    return signIns.set(officer, as, password.toCharArray());
  }
}
