package io.safehand.server.base.api;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Reads and writes the JSON of calls: strictly, at most a mebibyte, and nothing of it in a message. */
@Component
final class JsonMessages extends AbstractHttpMessageConverter<Json> {
  private static final int LONGEST = 1 << 20;

  JsonMessages() {
    super(MediaType.APPLICATION_JSON);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Json.class.isAssignableFrom(type);
  }

  @Override
  protected Json readInternal(Class<? extends Json> type, HttpInputMessage message) throws IOException {
    byte[] body = body(message);
    try {
      Json json = Json.parse(body);
      if (type.isInstance(json)) {
        return json;
      }
    } catch (JsonRefused refused) {
      throw RequestRefused.malformed("api.json");
    }
    throw RequestRefused.malformed("api.json");
  }

  private static byte[] body(HttpInputMessage message) throws IOException {
    InputStream from = message.getBody();
    byte[] body = message.getHeaders().getContentLength() > LONGEST
        ? new byte[LONGEST + 1]
        : from.readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw new RequestRefused(RequestRefused.Kind.TOO_LARGE, "api.too-large");
    }
    return body;
  }

  @Override
  protected void writeInternal(Json json, HttpOutputMessage message) throws IOException {
    message.getBody().write(json.canonical());
  }
}
