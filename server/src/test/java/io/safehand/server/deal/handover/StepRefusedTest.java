package io.safehand.server.deal.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepRefusedTest {
  @ParameterizedTest
  @EnumSource
  void everyReasonHasWordsInBothLanguages(StepRefused.Reason reason) {
    String key = "refused." + new StepRefused(reason).code();
    for (Locale language : new Locale[]{Locale.ROOT, Locale.CHINESE}) {
      assertThat(
          ResourceBundle.getBundle("io.safehand.server.deal.handover.web.Texts", language).getString(key))
          .isNotBlank();
    }
  }
}
