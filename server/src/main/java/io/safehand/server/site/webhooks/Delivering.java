package io.safehand.server.site.webhooks;

import io.safehand.core.json.Json;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.PublicAddress;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, each place in the order of the ledger, until it answers 2xx; an event may come twice and has the same
 * id then. The head {@code Safehand-Signature: t=<seconds>,v1=<hex>} is HMAC-SHA-256 of {@code <seconds>.<body>} under
 * the place's secret. After a failure it waits, longer each time.
 */
@Component
class Delivering {
  private static final int AT_ONCE = 100;
  private static final int MOST_FAILURES = 20;
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  private final Storage storage;
  private final HookRows rows;
  private final Ledger ledger;
  private final Access access;
  private final Assignments assignments;
  private final SealedTexts texts;
  private final BusinessIds ids;
  private final Clock clock;
  private final boolean privateToo;
  private final HttpClient http = HttpClient.newBuilder()
      .followRedirects(HttpClient.Redirect.NEVER)
      .connectTimeout(TIMEOUT)
      .build();

  Delivering(Storage storage, HookRows rows, Ledger ledger, Access access, Assignments assignments,
      SealedTexts texts, BusinessIds ids, Clock clock, Settings.Webhooks settings) {
    this.storage = storage;
    this.rows = rows;
    this.ledger = ledger;
    this.access = access;
    this.assignments = assignments;
    this.texts = texts;
    this.ids = ids;
    this.clock = clock;
    this.privateToo = settings.inside();
  }

  /** Sends to every place of the company that is due, until nothing is. */
  void run(CompanyId company) {
    claim(company).ifPresent(first -> run(company, first));
  }

  /** The same, beginning with one that was claimed. */
  void run(CompanyId company, Webhook first) {
    Optional<Webhook> due = Optional.of(first);
    while (due.isPresent()) {
      send(company, due.get());
      due = claim(company);
    }
  }

  /** A place that is due, for whoever claims it first. */
  Optional<Webhook> claim(CompanyId company) {
    Instant now = clock.instant();
    return storage.in(company, () -> rows.claim(company, now, now.plus(LEASE), MOST_FAILURES));
  }

  private void send(CompanyId company, Webhook hook) {
    List<LedgerEntry> lines = ledger.following(company, hook.next(), AT_ONCE);
    Set<String> known = known(company, hook);
    List<LedgerEntry> wanted = lines.stream()
        .filter(line -> hook.wants(line.act()) && (line.deal().isEmpty() || known.contains(line.deal())))
        .toList();
    Instant now = clock.instant();
    long next = lines.isEmpty() ? hook.next() : lines.getLast().number() + 1;
    Instant rested = now.plus(lines.size() < AT_ONCE ? REST : Duration.ZERO);
    if (wanted.isEmpty()) {
      move(company, hook, hook.at(next, hook.failures(), rested));
      return;
    }
    Delivery delivery = new Delivery(ids.next(), now, wanted.getFirst().number(), wanted.size(),
        outcome(company, hook, body(company, wanted)));
    storage.run(company, () -> rows.log(company, hook.id(), delivery));
    move(company, hook,
        delivery.isTaken()
            ? hook.at(next, 0, rested)
            : hook.at(hook.next(), hook.failures() + 1, now.plus(wait(hook.failures()))));
  }

  private Set<String> known(CompanyId company, Webhook hook) {
    return access.account(company, hook.by())
        .map(account -> assignments.deals(account)
            .stream()
            .map(deal -> deal.id().toString())
            .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  private void move(CompanyId company, Webhook from, Webhook to) {
    storage.run(company, () -> rows.move(company, from, to));
  }

  static Duration wait(int failures) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 12));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static byte[] body(CompanyId company, List<LedgerEntry> lines) {
    return Json.object()
        .with("company", company.toString())
        .with("events", lines.stream().map(line -> event(company, line)).toList())
        .canonical();
  }

  private static Json.Object event(CompanyId company, LedgerEntry line) {
    Json.Object event = Json.object()
        .with("id", company + "/" + line.number())
        .with("number", line.number())
        .with("act", line.act())
        .with("at", line.at().toString())
        .with("who", line.who());
    return line.deal().isEmpty() ? event : event.with("deal", line.deal());
  }

  private String outcome(CompanyId company, Webhook hook, byte[] body) {
    URI uri = URI.create(hook.url());
    if (!privateToo && !PublicAddress.isPublic(uri.getHost())) {
      return "forbidden-address";
    }
    long seconds = clock.instant().getEpochSecond();
    PersonalText secret = texts.open(company, Webhooks.place(hook.id()),
        storage.in(company, () -> rows.secret(company, hook.id())));
    HttpRequest request = HttpRequest.newBuilder(uri)
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Safehand-Signature", "t=" + seconds + ",v1=" + signature(secret, seconds, body))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
    try {
      HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return String.valueOf(answer.statusCode());
    } catch (IOException unreachable) {
      return "unreachable";
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return "unreachable";
    }
  }

  static String signature(PersonalText secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.exposed().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", absent);
    }
  }
}
