package io.safehand.watched;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.custody.disclosure.web.TeaCustomers;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** A house with three customers and somebody in every role, whose sessions and keys are said at the terminal. */
public class WatchedWork implements ApplicationRunner {
  private final TeaCustomers customers;
  private final Sessions sessions;
  private final ApiKeys keys;
  private final Clock clock;
  private final Environment settings;

  WatchedWork(Access access, Inventories inventories, Decisions decisions, Imports imports, Sessions sessions,
      ApiKeys keys, Clock clock, Environment settings) {
    this.customers = new TeaCustomers(access, inventories, decisions, imports);
    this.sessions = sessions;
    this.keys = keys;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    for (Map.Entry<Role, Account> person : people(customers.open()).entrySet()) {
      SessionToken token = sessions.begin(person.getValue());
      Sessions.SignedIn who = sessions.find(token).orElseThrow();
      sessions.steppedUp(who);
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
      ApiKeys.Outcome made = keys.make(who, new ApiKeys.Wanted("watch", person.getValue().roles(), day));
      System.out.println("person " + person.getKey() + " " + token.exposed() + " "
          + ((ApiKeys.Outcome.Made) made).secret().exposed());
    }
    System.out.println("listens " + settings.getRequiredProperty("local.server.port"));
  }

  private static Map<Role, Account> people(TeaCustomers.House house) {
    Map<Role, Account> people = new EnumMap<>(Role.class);
    people.put(Role.ADMINISTRATOR, house.company().administrator());
    people.put(Role.SECURITY_OFFICER, house.company().securityOfficer());
    people.put(Role.SELLER_OFFICER, house.officer());
    people.put(Role.SELLER_LAWYER, house.lawyer());
    people.put(Role.STAFF, house.staff());
    for (Role role : Role.values()) {
      if (role != Role.PLATFORM_OPERATOR) {
        people.computeIfAbsent(role,
            missing -> house.company().person(missing.name().toLowerCase(), missing));
      }
    }
    return people;
  }
}
