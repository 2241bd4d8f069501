package io.safehand.server.base.keys;

import io.safehand.core.custody.keys.PageLog;
import io.safehand.core.custody.keys.TreePageLog;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.start.Settings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The open tree logs of this process, in the second place. */
@Component
final class PageLogs {
  private final Path folder;
  private final Map<TreeName, TreePageLog> open = new ConcurrentHashMap<>();

  PageLogs(Settings settings) {
    folder = settings.secondPlace().resolve("trees");
  }

  PageLog of(TreeName tree) {
    return open.computeIfAbsent(tree, this::open);
  }

  /** The trees that have a log here, living or destroyed. */
  List<TreeName> known() {
    List<TreeName> found = new ArrayList<>();
    for (Path company : below(folder)) {
      for (Path tree : below(company)) {
        found.add(new TreeName(CompanyId.parse(company.getFileName().toString()),
            TreeId.parse(tree.getFileName().toString())));
      }
    }
    return found;
  }

  private static List<Path> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the second places of the key trees cannot be listed", e);
    }
  }

  private TreePageLog open(TreeName tree) {
    try {
      Path place = Files
          .createDirectories(folder.resolve(tree.company().toString()).resolve(tree.tree().toString()));
      return TreePageLog.open(place, tree);
    } catch (IOException e) {
      throw new UncheckedIOException("the second place of a key tree cannot be opened", e);
    }
  }

  @PreDestroy
  void closeAll() {
    open.values().forEach(TreePageLog::close);
  }
}
