package io.safehand.bench;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of a company with the key of an account of its own. It may read only whom its searches found within the last
 * half hour, and not more than the day's budget of the account.
 */
record Program(Caller caller, List<String> found) {
  private static final String CUSTOMERS = "/api/v1/customers/";

  /** One that has searched for these customer numbers; rows that were not taken in are found by nobody. */
  static Program searching(Product product, Staffed company, String handle, List<String> numbers)
      throws IOException, InterruptedException {
    Account account = company.appoint(handle, Role.STAFF);
    Caller caller = Caller.at(product.port(), headers(product, account));
    List<String> found = new ArrayList<>();
    for (String number : numbers) {
      Json.Object answer = caller.ask(CUSTOMERS + "search",
          Json.object().with("field", "customer_no").with("value", number));
      answer.array("items").objects().forEach(hit -> found.add(hit.text("person")));
    }
    return new Program(caller, List.copyOf(found));
  }

  void read(int number) throws IOException, InterruptedException {
    caller.get(CUSTOMERS + found.get(number % found.size()));
  }

  private static Map<String, String> headers(Product product, Account account) {
    Sessions sessions = product.door(Sessions.class);
    Sessions.SignedIn who = sessions.find(sessions.begin(account)).orElseThrow();
    LocalDate day = LocalDate.ofInstant(product.door(Clock.class).instant(), ZoneOffset.UTC).plusDays(30);
    ApiKeys.Outcome made = product.door(ApiKeys.class)
        .make(who, new ApiKeys.Wanted("bench", account.roles(), day));
    return Map.of("Authorization", "Bearer " + ((ApiKeys.Outcome.Made) made).secret().exposed(),
        "Safehand-Purpose", "service", "Safehand-Case", "service-desk");
  }
}
