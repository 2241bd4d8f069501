package io.safehand.server.custody.disclosure.web;

import io.safehand.core.json.Json;
import io.safehand.server.custody.consent.ConsentNotice;
import io.safehand.server.custody.consent.RecordedAnswer;
import io.safehand.server.custody.disclosure.Asked;

/** How the API tells of answers. */
final class ConsentJson {
  private ConsentJson() {}

  static Json.Object asked(Asked asked) {
    Json.Object json = Json.object()
        .with("purpose", asked.purpose().purpose().code())
        .with("state", asked.standing().answer().name())
        .with("entity", asked.standing().by().code())
        .with("history", asked.history().stream().map(ConsentJson::event).toList());
    if (asked.standing().until().isPresent()) {
      json = json.with("validUntil", asked.standing().until().get().toString());
    }
    return asked.notice().isPresent() ? json.with("notice", notice(asked.notice().get())) : json;
  }

  private static Json.Object notice(ConsentNotice notice) {
    return Json.object()
        .with("version", notice.version())
        .with("zh", notice.zh())
        .with("zhSha256", notice.zhSha256())
        .with("en", notice.en())
        .with("enSha256", notice.enSha256());
  }

  static Json.Object event(RecordedAnswer answer) {
    Json.Object json = Json.object()
        .with("event", answer.id().toString())
        .with("purpose", answer.purpose().code())
        .with("answer", answer.said().name())
        .with("state", answer.state().name())
        .with("at", answer.at().toString())
        .with("recorded", answer.recorded().toString())
        .with("entity", answer.speaker().code())
        .with("method", answer.method())
        .with("type", answer.type())
        .with("surface", answer.surface())
        .with("separate", answer.separate())
        .with("provenance", answer.provenance())
        .with("notice", answer.notice());
    return answer.validUntil().map(until -> json.with("validUntil", until.toString())).orElse(json);
  }
}
