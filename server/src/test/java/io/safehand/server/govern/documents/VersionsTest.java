package io.safehand.server.govern.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.start.OnDisk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class VersionsTest {
  private static final Set<Role> APPROVERS = Set.of(Role.SELLER_OFFICER, Role.SELLER_LAWYER,
      Role.SECURITY_OFFICER);
  @Autowired
  Documents documents;
  @Autowired
  Publications publications;
  @Autowired
  Decisions decisions;
  @Autowired
  Access access;
  private SampleCompany company;
  private Account officer;
  private Account lawyer;
  private Account second;

  @BeforeEach
  void begin() {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    second = company.person("second", Role.SELLER_LAWYER);
  }

  @Test
  void aVersionStandsWhenTwoOthersApprovedExactlyIt() {
    Version draft = documents.write(officer, text("一"));
    MatterId matter = documents.submit(officer, draft, 2, APPROVERS);
    assertThat(decisions.approve(officer, matter, draft.sha256()))
        .isEqualTo(new Verdict.Refused(Verdict.Reason.AUTHOR));
    decisions.approve(lawyer, matter, draft.sha256());
    assertThat(documents.approve(officer, draft.document(), matter)).isEmpty();
    decisions.approve(second, matter, draft.sha256());

    Version approved = documents.approve(officer, draft.document(), matter).orElseThrow();

    assertThat(approved.sha256()).isEqualTo(draft.sha256());
    assertThat(approved.approvers()).containsExactlyInAnyOrder(lawyer.who(), second.who());
    assertThat(documents.inForce(company.id(), "policy")).hasValue(approved);
    assertThat(documents.approve(officer, draft.document(), matter)).isEmpty();
  }

  @Test
  void oneChangedWordMakesApprovalsVoid() {
    Version draft = documents.write(officer, text("一"));
    MatterId matter = documents.submit(officer, draft, 1, APPROVERS);
    decisions.approve(lawyer, matter, draft.sha256());

    documents.write(officer, draft.document(), text("二"));

    assertThat(documents.approve(officer, draft.document(), matter)).isEmpty();
    assertThat(documents.inForce(company.id(), "policy")).isEmpty();
  }

  @Test
  void theOutsideReadsTheOldVersionUntilTheNextIsPublished() {
    Version one = approved(documents.write(officer, text("一")));
    publications.publish(officer, one, Publication.Audience.PUBLIC, Optional.empty());
    Version two = documents.write(officer, one.document(), text("二"));
    assertThat(two.number()).isEqualTo(2);
    assertThat(read()).isEqualTo(one.sha256());
    assertThatThrownBy(
        () -> publications.publish(officer, two, Publication.Audience.PUBLIC, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);

    Version frozen = approved(two);
    assertThat(read()).isEqualTo(one.sha256());
    publications.publish(officer, frozen, Publication.Audience.PUBLIC, Optional.empty());

    assertThat(read()).isEqualTo(two.sha256());
    assertThat(publications.current(company.id(), Publication.Audience.PUBLIC)).hasSize(1);
    assertThat(publications.current(company.id(), Publication.Audience.CUSTOMERS)).isEmpty();
    assertThat(documents.text(company.id(), documents.versions(company.id(), one.document()).getFirst()))
        .isEqualTo(text("一"));
  }

  @Test
  void whatIsTakenBackIsGone() {
    Version one = approved(documents.write(officer, text("一")));
    Publication published = publications.publish(officer, one, Publication.Audience.CUSTOMERS,
        Optional.empty());
    assertThat(publications.retract(officer, published.id())).isTrue();
    assertThat(publications.retract(officer, published.id())).isFalse();
    assertThat(publications.current(company.id(), Publication.Audience.CUSTOMERS)).isEmpty();
  }

  @Test
  void draftsLieSealed() throws Exception {
    Version draft = documents.write(officer, text("kettle-canary-9931"));
    assertThat(documents.text(company.id(), draft).zh().body()).contains("kettle-canary-9931");
    assertThat(OnDisk.holding("kettle-canary-9931")).isEmpty();
  }

  @Test
  void staffWriteNone() {
    Account staff = company.person("staff", Role.STAFF);
    assertThatThrownBy(() -> documents.write(staff, text("一"))).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aTextIsReadAsItWasWritten() {
    assertThat(DocumentText.parse(text("𠮷").canonical())).isEqualTo(text("𠮷"));
    for (String title : List.of("", " ", "a\nb", "x".repeat(201))) {
      assertThatThrownBy(() -> new DocumentText.Wording(title, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private String read() {
    return publications.current(company.id(), Publication.Audience.PUBLIC, "policy")
        .orElseThrow()
        .text()
        .sha256();
  }

  private Version approved(Version draft) {
    MatterId matter = documents.submit(officer, draft, 1, APPROVERS);
    decisions.approve(lawyer, matter, draft.sha256());
    return documents.approve(officer, draft.document(), matter).orElseThrow();
  }

  private static DocumentText text(String word) {
    return new DocumentText("policy", new DocumentText.Wording("隐私政策", "# 处理规则\n\n" + word),
        new DocumentText.Wording("Privacy policy", "# Rules\n\n" + word));
  }
}
