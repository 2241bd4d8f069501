package io.safehand.server.site.demo;

import io.safehand.server.base.messages.Letter;
import io.safehand.server.base.messages.Sink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the people who get letters: of a hundred, three object and forty say that they have read it, all by the page
 * behind their own link. Of very many letters only the first are answered.
 */
final class Recipients implements AutoCloseable {
  private static final int MOST = 10_000;
  private static final int HANDS = 8;
  private static final int OBJECT = 3;
  private static final int READ = 43;
  private static final Pattern LINK = Pattern.compile("https?://\\S+/n/[A-Za-z0-9_-]+");

  private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
  private final AtomicLong letters = new AtomicLong();
  private final Sink.Hearing hearing;

  Recipients(Sink sink) {
    this.hearing = sink.listen(this::take);
  }

  private record Errand(String link, String said) {
    @Override
    public String toString() {
      return said;
    }
  }

  /** How many said what. */
  record Answers(long objected, long read) {}

  long letters() {
    return letters.get();
  }

  private void take(Letter letter) {
    if (letters.incrementAndGet() > MOST) {
      return;
    }
    int share = Integer.parseInt(letter.reference().substring(0, 6), 16) % 100;
    Matcher link = LINK.matcher(letter.body().exposed());
    if (share < READ && link.find()) {
      errands.add(new Errand(link.group(), share < OBJECT ? "OBJECT" : "READ"));
    }
  }

  Answers answer() throws Exception {
    AtomicInteger objected = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();
    try (HttpClient browser = HttpClient.newHttpClient();
        ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
      List<Future<?>> all = new ArrayList<>();
      for (Errand next = errands.poll(); next != null; next = errands.poll()) {
        Errand errand = next;
        all.add(hands.submit(() -> {
          post(browser, errand);
          (errand.said().equals("OBJECT") ? objected : read).incrementAndGet();
          return true;
        }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return new Answers(objected.get(), read.get());
  }

  private static void post(HttpClient browser, Errand errand) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(errand.link()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("said=" + errand.said()))
        .build();
    int status = browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new StepFailed("the page of a link answered " + status);
    }
  }

  @Override
  public void close() {
    hearing.close();
  }
}
