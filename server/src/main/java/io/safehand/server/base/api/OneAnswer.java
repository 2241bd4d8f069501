package io.safehand.server.base.api;

import io.safehand.core.hash.Sha256;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.SealedTexts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A call that carries {@code Idempotency-Key} counts once: whoever repeats it within a day gets the first answer again,
 * and nothing is done. The same key for another request is refused, and so is a second call while the first is under way.
 * What a server that died was doing nobody knows: the caller is told to look. After a refusal the key may be used again.
 * No answer that shows people or is a file is kept: such a call is refused with a key.
 */
@Component
@Order(0)
final class OneAnswer extends OncePerRequestFilter {
  private static final String KEY = "Idempotency-Key";
  private static final String AGAIN = "Idempotent-Replayed";
  private static final Set<String> ACTS = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
  private static final String NO_BODY = " ";

  private static final int MOST_KEPT = 1 << 20;

  private final ApiCalls calls;
  private final Answers answers;
  private final SealedTexts texts;
  private final Clock clock;

  OneAnswer(ApiCalls calls, Answers answers, SealedTexts texts, Clock clock) {
    this.calls = calls;
    this.answers = answers;
    this.texts = texts;
    this.clock = clock;
  }

  /** Whose key, its hash, and the hash of what is asked. */
  @SuppressWarnings("ArrayRecordComponent") // hashes, compared in one place
  private record Claim(Account by, byte[] key, byte[] request) {
    String place() {
      return "api.answer/" + by.id() + "/" + HexFormat.of().formatHex(key);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(KEY) == null || !request.getRequestURI().startsWith("/api/")
        || !ACTS.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null || !(caller.getPrincipal() instanceof Account account)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      requireOnce(request);
      String key = key(request);
      ReadAhead read = ReadAhead.of(request);
      Claim claim = new Claim(account, Sha256.of(key), read.sha256());
      Optional<Answers.Kept> kept = answers.claim(account, claim.key(), claim.request());
      if (kept.isPresent()) {
        again(kept.get(), claim, response);
      } else {
        first(claim, read, response, chain);
      }
    } catch (RequestRefused refused) {
      refused.send(request, response);
    }
  }

  private void requireOnce(HttpServletRequest request) {
    boolean isFor = calls.of(request.getMethod(), request.getRequestURI())
        .map(ApiCall::countsOnce)
        .orElse(true);
    if (!isFor || request.getHeader(CallReason.PURPOSE) != null) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "api.key-not-here");
    }
  }

  private static String key(HttpServletRequest request) {
    String key = String.valueOf(request.getHeader(KEY));
    if (!key.matches("[\\x21-\\x7e]{1,200}")) {
      throw RequestRefused.malformed("api.key");
    }
    return key;
  }

  private void first(Claim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, answer);
    if (answer.getStatus() < HttpStatus.BAD_REQUEST.value() && isKept(answer)) {
      String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
      answers.keep(claim.by(), claim.key(), answer.getStatus(),
          Optional.ofNullable(answer.getContentType()).orElse(""),
          texts.seal(claim.by().company(), claim.place(), PersonalText.of(body.isEmpty() ? NO_BODY : body)));
    } else if (HttpStatus.valueOf(answer.getStatus()).is4xxClientError()) {
      answers.release(claim.by(), claim.key());
    }
    answer.copyBodyToResponse();
  }

  private static boolean isKept(ContentCachingResponseWrapper answer) {
    boolean isJson = String.valueOf(answer.getContentType()).startsWith(MediaType.APPLICATION_JSON_VALUE);
    return answer.getContentSize() == 0 || isJson && answer.getContentSize() <= MOST_KEPT;
  }

  private void again(Answers.Kept kept, Claim claim, HttpServletResponse response) throws IOException {
    if (!MessageDigest.isEqual(kept.request(), claim.request())) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "api.key-reused");
    }
    if (kept.status().isEmpty()) {
      boolean busy = clock.instant().isBefore(kept.at().plus(LONGEST_CALL));
      throw new RequestRefused(RequestRefused.Kind.CONFLICT, busy ? "api.key-busy" : "api.key-unknown");
    }
    String body = texts.open(claim.by().company(), claim.place(), kept.sealed()).exposed();
    response.setStatus(kept.status().get());
    response.setHeader(AGAIN, "true");
    if (!kept.mediaType().isEmpty()) {
      response.setContentType(kept.mediaType());
    }
    response.getOutputStream().write((body.equals(NO_BODY) ? "" : body).getBytes(StandardCharsets.UTF_8));
  }
}
