package io.safehand.server.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A look at a page finds what it looks for. */
@Execution(ExecutionMode.SAME_THREAD)
class VisitorTest {
  private static final int NO_SERVER = 9;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"<img src='data:,'>                            | image-alt",
    "<p style='color:#aaa;background:#fff'>pale</p>   | color-contrast",
    "<input type='text'>                              | label",
    "<p style='width:2000px'>wide</p>                 | nothing beyond the edge",
    "<p>??customers.title_zh_CN??</p>                 | missing texts",
    "<script>console.error('forbidden')</script>      | what the browser complained of"})
  void seesAMistake(String mistake, String complaint) {
    try (Visitor visitor = Visitor.at(NO_SERVER, Look.ZH_DESKTOP)) {
      visitor.page()
          .setContent(
              "<!doctype html><html lang='zh'><head><title>x</title></head><body><main><h1>x</h1>%s</main></body></html>"
                  .formatted(mistake));
      assertThatThrownBy(() -> visitor.requireSound("mistake")).hasMessageContaining(complaint);
    }
  }
}
