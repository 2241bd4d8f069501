package io.safehand.server.site.console;

import io.safehand.server.base.signin.Sessions;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The twenty parts on one page, each point with its state and, where the account may open it, its page. */
@Controller
class BoardPage {
  private final Board board = Board.shipped();
  private final PolicyGuard guard;

  BoardPage(PolicyGuard guard) {
    this.guard = guard;
  }

  @GetMapping("/board")
  String show(Sessions.SignedIn who, Locale locale, Model model) {
    Map<Board.Head, List<Board.Part>> heads = new EnumMap<>(Board.Head.class);
    for (Board.Head head : Board.Head.values()) {
      heads.put(head, board.under(head));
    }
    Set<String> readable = board.parts()
        .stream()
        .flatMap(part -> part.points().stream())
        .map(Board.Point::page)
        .filter(page -> !page.isEmpty() && guard.mayRead(page, who))
        .collect(Collectors.toSet());
    model.addAttribute("heads", heads);
    model.addAttribute("readable", readable);
    model.addAttribute("language", locale);
    model.addAttribute("works", board.count(Board.State.WORKS));
    model.addAttribute("partly", board.count(Board.State.PARTLY));
    model.addAttribute("points", board.parts().stream().mapToInt(part -> part.points().size()).sum());
    return "console/board";
  }
}
