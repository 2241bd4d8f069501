package io.safehand.server.site.console;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.recovery.Recoveries;
import io.safehand.server.base.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its own content: the company, the account, and the places it may go. */
@ControllerAdvice(annotations = Controller.class)
class Layout {
  /** In the order of the menu. The text of each is {@code console.menu.<key>}. */
  private static final List<Place> PLACES = List.of(new Place("/", "home"), new Place("/guide", "guide"),
      new Place("/customers", "customers"), new Place("/deals", "deals"), new Place("/duties", "duties"),
      new Place("/board", "board"), new Place("/inventory", "inventory"), new Place("/imports", "imports"),
      new Place("/map", "map"), new Place("/copies", "copies"), new Place("/receiving", "receiving"),
      new Place("/keys", "keys"), new Place("/ledger", "ledger"), new Place("/evidence", "evidence"),
      new Place("/people", "people"), new Place("/firms", "firms"), new Place("/settings", "settings"));

  private final PolicyGuard guard;
  private final Access access;
  private final Recoveries recoveries;
  private final List<Awaited> awaited;
  private final ZoneId zone;

  Layout(PolicyGuard guard, Access access, Recoveries recoveries, List<Awaited> awaited, ZoneId zone) {
    this.awaited = List.copyOf(awaited);
    this.guard = guard;
    this.access = access;
    this.recoveries = recoveries;
    this.zone = zone;
  }

  /** A place in the menu. */
  record Place(String path, String key) {
    boolean holds(String uri) {
      return path.equals("/") ? uri.equals("/") : uri.equals(path) || uri.startsWith(path + "/");
    }
  }

  @ModelAttribute
  void around(HttpServletRequest request, Model model) {
    model.addAttribute("zone", zone);
    Optional<Sessions.SignedIn> who = Caller.of(SecurityContextHolder.getContext().getAuthentication())
        .flatMap(Caller::signedIn);
    who.ifPresent(signedIn -> {
      model.addAttribute("me", signedIn.account());
      model.addAttribute("recovering", recoveries.isOpen(signedIn.account()));
      model.addAttribute("company",
          access.company(signedIn.account().company()).map(Company::name).orElse(""));
      model.addAttribute("places",
          PLACES.stream()
              .filter(place -> guard.mayRead(place.path(), signedIn))
              .filter(
                  place -> awaited.stream().allMatch(each -> each.shows(place.path(), signedIn.account())))
              .toList());
      model.addAttribute("here",
          PLACES.stream()
              .filter(place -> place.holds(request.getRequestURI()))
              .map(Place::key)
              .findFirst()
              .orElse(""));
    });
  }
}
