package io.safehand.server.base.api;

import io.safehand.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What programs may call, to be read by programs and by people. */
@Controller
class ApiPage {
  private final ApiCalls calls;

  ApiPage(ApiCalls calls) {
    this.calls = calls;
  }

  /** A call as the page shows it. */
  record Shown(String method, String path, String id, String words, List<String> takes, String body,
      String answer) {}

  @GetMapping("/api/v1/openapi.json")
  @ResponseBody
  Json document(Locale locale) {
    return calls.document(language(locale));
  }

  @GetMapping("/api")
  String show(Locale locale, Model model) {
    Map<String, List<Shown>> modules = new TreeMap<>();
    calls.byModule()
        .forEach((module, all) -> modules.put(module,
            all.stream().map(call -> shown(call, language(locale))).toList()));
    model.addAttribute("modules", modules);
    return "api/calls";
  }

  private static Shown shown(ApiCall call, String language) {
    List<String> takes = new ArrayList<>();
    call.query().forEach((name, example) -> takes.add("?" + name + "=" + example));
    if (call.hasReason()) {
      takes.add(CallReason.PURPOSE);
      takes.add(CallReason.CASE);
    }
    return new Shown(call.method(), call.path(), call.id(), String.valueOf(call.words().get(language)), takes,
        call.body().map(ApiPage::text).orElse(""), call.answer().map(ApiPage::text).orElse(""));
  }

  private static String text(Object example) {
    return example instanceof String file ? file : ApiCalls.example(example).pretty();
  }

  private static String language(Locale locale) {
    return locale.getLanguage().equals("en") ? "en" : "zh";
  }
}
