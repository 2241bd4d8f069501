package io.safehand.server.site.control;

import io.safehand.server.base.keys.FirstStart;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.start.LastWord;
import io.safehand.server.start.Listening;
import io.safehand.server.start.Settings;
import io.safehand.server.start.Starting;
import io.safehand.server.start.Words;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.event.EventListener;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.stereotype.Component;

/** Says at the terminal what is still to be done before pages are served. */
@Component
final class Announcement {
  /** A demonstration founds its companies itself. */
  private static final String DEMONSTRATION = "safehand.demo.deal";

  private final Keys keys;
  private final SignIns signIns;
  private final FirstStart firstStart;
  private final Listening listening;
  private final Settings settings;
  private final LastWord lastWord;

  Announcement(Keys keys, SignIns signIns, FirstStart firstStart, Listening listening, Settings settings,
      LastWord lastWord) {
    this.keys = keys;
    this.signIns = signIns;
    this.firstStart = firstStart;
    this.listening = listening;
    this.settings = settings;
    this.lastWord = lastWord;
  }

  @EventListener
  void say(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
      say(web);
    }
  }

  /** A start from a backup has done its work: the next one serves. */
  private void say(WebServerApplicationContext web) {
    Words words = Words.beside(Starting.class, Locale.getDefault());
    if (settings.restoreFrom() != null) {
      lastWord.leaveToOthers();
      Thread.ofPlatform().name("restored").start(() -> System.exit(0));
      return;
    }
    if (!keys.isOpen() && !firstStart.isNeeded()) {
      System.out.println("safehand: " + words.text("ready.sealed", settings.dataFolder()));
    }
    if (signIns.isEmpty() && !web.getEnvironment().containsProperty(DEMONSTRATION)) {
      System.out.println("safehand: " + words.text("ready.new", link(web)));
    }
  }

  private String link(WebServerApplicationContext web) {
    WebServer pages = Objects.requireNonNull(web.getWebServer(), "pages are served");
    return listening.url(pages.getPort()) + "/setup?token=" + firstStart.issue();
  }
}
