package io.safehand.server.site.setup;

import io.safehand.server.base.signin.Network;
import io.safehand.server.start.Listening;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pause of each network that tries, and one of this machine's own, so that wrong tries from elsewhere hold up nobody
 * else. Of the networks that tried longest ago one is forgotten for each beyond a thousand. May be used by many threads.
 */
final class Pauses {
  private static final int MOST = 1_000;

  private final Clock clock;
  private final Pause here;
  private final Map<String, Pause> elsewhere = new LinkedHashMap<>(16, 0.75f, true);

  Pauses(Clock clock) {
    this.clock = clock;
    this.here = new Pause(clock);
  }

  synchronized Pause of(HttpServletRequest request) {
    if (Listening.isDirect(request)) {
      return here;
    }
    Pause pause = elsewhere.computeIfAbsent(Network.of(request.getRemoteAddr()), network -> new Pause(clock));
    if (elsewhere.size() > MOST) {
      elsewhere.remove(elsewhere.keySet().iterator().next());
    }
    return pause;
  }
}
