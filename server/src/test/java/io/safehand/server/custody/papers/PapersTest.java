package io.safehand.server.custody.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.keys.ForgedText;
import io.safehand.server.custody.records.HeldPeople;
import io.safehand.server.start.OnDisk;
import io.safehand.server.start.OpenDoors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class PapersTest {
  private static final String PLACE = "test.note/1";
  private static final String CANARY = "kettle-canary-7731 张三的来信";

  @TempDir
  Path folder;
  @Autowired
  Papers papers;
  @Autowired
  BeanFactory beans;
  private HeldPeople held;
  private CompanyId company;
  private Optional<PersonId> wang = Optional.empty();
  private Optional<PersonId> li = Optional.empty();

  @BeforeEach
  void held() throws Exception {
    held = HeldPeople.in(OpenDoors.of(beans), folder, 5);
    company = held.company();
    wang = Optional.of(held.people().getFirst());
    li = Optional.of(held.people().getLast());
  }

  @Test
  void aTextOpensForItsPersonAndPlaceAlone() {
    byte[] sealed = papers.seal(company, wang, PLACE, PersonalText.of(CANARY));

    assertThat(papers.open(company, wang, PLACE, sealed).exposed()).isEqualTo(CANARY);
    assertThat(papers.seal(company, wang, PLACE, PersonalText.of(CANARY))).isNotEqualTo(sealed);
    assertThatThrownBy(() -> papers.open(company, li, PLACE, sealed)).isInstanceOf(ForgedRecord.class);
    assertThatThrownBy(() -> papers.open(company, wang, "test.note/2", sealed))
        .isInstanceOf(ForgedRecord.class);
    assertThatThrownBy(() -> papers.open(company, Optional.empty(), PLACE, sealed))
        .isInstanceOf(ForgedText.class);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> papers.open(company, wang, PLACE, changed))
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void nothingOpensOnceThePersonIsShredded() throws Exception {
    byte[] sealed = papers.seal(company, wang, PLACE, PersonalText.of(CANARY));
    Paper filed = papers.file(company, wang, content(CANARY));
    Paper other = papers.file(company, li, content(CANARY));
    assertThat(new String(papers.content(company, filed).orElseThrow(), StandardCharsets.UTF_8))
        .isEqualTo(CANARY);
    assertThat(OnDisk.holding("kettle-canary-7731")).isEmpty();

    held.shred(wang.orElseThrow());

    assertThatThrownBy(() -> papers.open(company, wang, PLACE, sealed)).isInstanceOf(UnknownPerson.class);
    assertThat(papers.find(company, filed.id())).isEmpty();
    assertThat(papers.find(company, other.id())).contains(other);
  }

  @ParameterizedTest
  @CsvSource({"89504e470d0a1a0a00,PNG", "ffd8ffe000,JPEG", "255044462d312e37,PDF", "e5bca0e4b889,TEXT"})
  void aPaperIsWhatItsBytesSay(String hex, Paper.Kind kind) throws IOException {
    Paper paper = papers.file(company, Optional.empty(),
        new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
    assertThat(paper.kind()).isEqualTo(kind);
    assertThat(papers.content(company, paper)).hasValue(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @CsvSource({"4d5a9000,KIND", "504b0304,KIND", "00,KIND", "fffe,KIND"})
  void anythingElseIsNotFiled(String hex, PaperRefused.Reason reason) {
    assertThatThrownBy(
        () -> papers.file(company, wang, new ByteArrayInputStream(HexFormat.of().parseHex(hex))))
        .isInstanceOfSatisfying(PaperRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void anEmptyOrEndlessFileIsNotFiled() {
    assertThatThrownBy(() -> papers.file(company, wang, content(""))).isInstanceOfSatisfying(
        PaperRefused.class, refused -> assertThat(refused.reason()).isEqualTo(PaperRefused.Reason.EMPTY));
    assertThatThrownBy(() -> papers.file(company, wang, content("x".repeat(Papers.MOST_BYTES + 1))))
        .isInstanceOfSatisfying(PaperRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(PaperRefused.Reason.TOO_LARGE));
  }

  private static ByteArrayInputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
