package io.safehand.server.custody.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.safehand.core.rules.LegalPath;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTest {

  @Test
  void aFullNoticeLacksNothing() {
    for (LegalPath path : LegalPath.values()) {
      assertThat(SampleNotice.full(new UUID(0, 1), path).missing(true)).isEmpty();
    }
  }

  @Test
  void successionMustNameTheRecipientByLaw() {
    assertThat(without(LegalPath.SUCCESSION_22, NoticePart.RECIPIENT_CONTACT).missing(false)).containsExactly(
        new Notice.Missing(Language.ZH, NoticePart.RECIPIENT_CONTACT, true),
        new Notice.Missing(Language.EN, NoticePart.RECIPIENT_CONTACT, true));
  }

  @Test
  void whatOnlyThisProductAsksForIsNotCalledLaw() {
    assertThat(without(LegalPath.SUCCESSION_22, NoticePart.DATE).missing(false))
        .extracting(Notice.Missing::byLaw)
        .containsOnly(false);
  }

  @Test
  void provisionMustSayWhySensitiveInformationIsNeeded() {
    Notice notice = without(LegalPath.PROVISION_23, NoticePart.SENSITIVE_NEED);
    assertThat(notice.missing(false)).isEmpty();
    assertThat(notice.missing(true)).hasSize(2)
        .extracting(Notice.Missing::part)
        .containsOnly(NoticePart.SENSITIVE_NEED);
  }

  @Test
  void theHashIsOfTheTextAlone() {
    NoticeText text = SampleNotice.text(Language.ZH);
    assertThat(NoticeText.parse(text.json())).isEqualTo(text);
    assertThat(NoticeText.parse(text.json()).sha256()).isEqualTo(text.sha256()).hasSize(64);
    Map<NoticePart, String> other = new EnumMap<>(text.parts());
    other.put(NoticePart.DATE, "2026-04-02");
    assertThat(new NoticeText(Language.ZH, other).sha256()).isNotEqualTo(text.sha256());
  }

  @Test
  void refusesAPartItDoesNotKnow() {
    String json = SampleNotice.text(Language.EN).json().replace("\"seller\"", "\"vendor\"");
    assertThatIllegalArgumentException().isThrownBy(() -> NoticeText.parse(json));
  }

  private static Notice without(LegalPath path, NoticePart part) {
    Notice full = SampleNotice.full(new UUID(0, 1), path);
    return new Notice(full.deal(), path, Instant.EPOCH, without(full.zh(), part), without(full.en(), part));
  }

  private static NoticeText without(NoticeText text, NoticePart part) {
    Map<NoticePart, String> parts = new EnumMap<>(text.parts());
    parts.put(part, " ");
    return new NoticeText(text.language(), parts);
  }
}
