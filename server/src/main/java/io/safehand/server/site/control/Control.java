package io.safehand.server.site.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.safehand.core.json.Json;
import io.safehand.server.start.Listening;
import io.safehand.server.start.Settings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes commands over the loopback interface, on a port of its own, from whoever shows the token that
 * {@code running.json} holds. Opened when pages are served, wherever and however those are.
 */
@Component
final class Control {
  private static final Logger LOG = LoggerFactory.getLogger(Control.class);
  private static final int LONGEST_BODY_BYTES = 4096;
  private static final int TOKEN_BYTES = 32;

  private final Commands commands;
  private final Settings settings;
  private final Listening listening;
  private final String token;
  private @Nullable HttpServer server;

  Control(Commands commands, Settings settings, Listening listening, SecureRandom random) {
    this.commands = commands;
    this.settings = settings;
    this.listening = listening;
    byte[] drawn = new byte[TOKEN_BYTES];
    random.nextBytes(drawn);
    this.token = HexFormat.of().formatHex(drawn);
  }

  @EventListener
  void open(WebServerInitializedEvent pages) throws IOException {
    HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    opened.createContext("/", this::answer);
    opened.start();
    server = opened;
    new RunningNote(listening.url(pages.getWebServer().getPort()),
        "http://127.0.0.1:" + opened.getAddress().getPort(), token).write(settings.dataFolder());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isAllowed(exchange)) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      byte[] given = exchange.getRequestBody().readNBytes(LONGEST_BODY_BYTES);
      Locale locale = Locale
          .forLanguageTag(String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")));
      String command = exchange.getRequestURI().getPath().substring(1);
      send(exchange, run(command, given, locale));
    }
  }

  private Json run(String command, byte[] given, Locale locale) {
    try {
      return commands.run(command, given, locale).orElseGet(Commands::broken);
    } catch (RuntimeException failure) {
      LOG.error("the command {} broke", command, failure);
      return Commands.broken();
    }
  }

  private boolean isAllowed(HttpExchange exchange) {
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return exchange.getRequestMethod().equals("POST") && MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, Json answer) throws IOException {
    byte[] body = answer.canonical();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @PreDestroy
  void close() throws IOException {
    HttpServer opened = server;
    if (opened != null) {
      opened.stop(0);
      Files.deleteIfExists(settings.dataFolder().resolve(RunningNote.NAME));
    }
  }
}
