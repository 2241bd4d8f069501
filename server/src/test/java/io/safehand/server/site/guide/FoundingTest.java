package io.safehand.server.site.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.person.CompanyId;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class FoundingTest {
  @Autowired
  Founding founding;
  @Autowired
  Invitations invitations;
  @Autowired
  SignIns signIns;
  @Autowired
  Access access;
  @Autowired
  Storage storage;

  private Account operator;
  private Founding.Links links;
  private Founded founded;

  @BeforeEach
  void aFirmIsFounded() {
    operator = SampleCompany.operating(access).person("operator", Role.PLATFORM_OPERATOR);
    links = founding
        .found(operator,
            new Founding.Firm("石桥花坊", true, FoundingPage.newcomer("owner", "顾晚晴", ""),
                FoundingPage.newcomer("lawyer", "沈知秋", "")))
        .orElseThrow();
    founded = founding.all(operator).getFirst();
  }

  @Test
  void nobodyOfTheFirmIsSaidToHaveMadeTheLinks() {
    assertThat(lines(founded.company())).filteredOn(line -> line.act().equals("access.invitation.sent"))
        .extracting(LedgerLine::who)
        .containsExactly(AccountId.FOUNDING.toString(), AccountId.FOUNDING.toString());
  }

  @Test
  void theOperatorsLogTellsOfEveryMakingOfLinks() {
    founding.again(operator, founded.company().value());
    assertThat(lines(operator.company())).filteredOn(line -> line.act().equals("access.invitation.sent"))
        .extracting(LedgerLine::who)
        .containsExactly(operator.who(), operator.who());
  }

  @Test
  void otherLinksReplaceThoseBeforeUntilSomebodyIsIn() {
    assertThat(founding.again(operator, founded.company().value())).isPresent();
    assertThat(invitations.find(links.administrator().exposed())).isEmpty();
    Account second = access.account(founded.company(), founded.second()).orElseThrow();
    assertThat(signIns.set(second, "lawyer-" + second.who(), "小楼一夜听春雨-2207".toCharArray())).isEmpty();
    assertThat(founding.again(operator, founded.company().value()))
        .as("the operator would be the administrator of a firm that is at work")
        .isEmpty();
  }

  @Test
  void noOtherOperatorMakesLinksOfThisFirm() {
    Account other = SampleCompany.operating(access).person("operator", Role.PLATFORM_OPERATOR);
    assertThat(founding.again(other, founded.company().value())).isEmpty();
    Account administrator = access.account(founded.company(), founded.administrator()).orElseThrow();
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> founding.again(administrator, founded.company().value()));
  }

  private List<LedgerLine> lines(CompanyId company) {
    return storage.in(company,
        () -> storage.jdbc()
            .sql("select bytes from ledger.line where company_id = ? order by id")
            .param(company.value())
            .query(byte[].class)
            .list()
            .stream()
            .map(LedgerLine::parse)
            .toList());
  }
}
