package io.safehand.server.site.guide;

import io.safehand.server.base.access.Account;
import io.safehand.server.site.console.Awaited;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The task of the first day that is this person's now; when the day is over its place in the menu goes. */
@Component
final class GuideTasks implements Awaited {
  private static final String GUIDE = "/guide";

  private final FirstDay day;

  GuideTasks(FirstDay day) {
    this.day = day;
  }

  @Override
  public List<Item> of(Account account) {
    return day.isOver(account)
        ? List.of()
        : Task.after(day.done(account))
            .stream()
            .filter(task -> task.state() == Task.State.NOW && account.has(task.role()))
            .map(task -> new Item("guide.step." + task.step(), "", GUIDE, Optional.empty()))
            .toList();
  }

  @Override
  public boolean shows(String path, Account account) {
    return !path.equals(GUIDE) || !day.isOver(account);
  }
}
