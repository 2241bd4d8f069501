package io.safehand.server.custody.disclosure.web;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.custody.disclosure.Sight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Calls those who looked at a record by their work names. */
@Component
class Viewers {
  private final Access access;

  Viewers(Access access) {
    this.access = access;
  }

  record Named(String handle, Sight sight) {}

  List<Named> named(Account reader, List<Sight> sights) {
    Map<String, String> handles = new HashMap<>();
    return sights.stream()
        .map(sight -> new Named(handles.computeIfAbsent(sight.who(), who -> handle(reader, who)), sight))
        .toList();
  }

  String handle(Account reader, String who) {
    return access.handle(reader.company(), new AccountId(UUID.fromString(who)));
  }
}
