package io.safehand.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** As whom PostgreSQL runs: it refuses to be root, and the server may well be root in a container. */
enum RunAs {
  /** We are not root: as we are. */
  OURSELVES {
    @Override
    List<String> prefix() {
      return List.of();
    }
  },
  /** Root, in a user namespace without a mapping: no longer root to itself, still the owner of its files. */
  USER_NAMESPACE {
    @Override
    List<String> prefix() {
      return List.of("unshare", "-U");
    }
  },
  /** Root, as the system's user nobody; the folder is handed over to it. */
  NOBODY {
    @Override
    List<String> prefix() {
      return List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups",
          "--no-new-privs");
    }
  };

  static RunAs detect() throws IOException {
    if (!isRoot()) {
      return OURSELVES;
    }
    for (RunAs candidate : List.of(USER_NAMESPACE, NOBODY)) {
      if (candidate.works()) {
        return candidate;
      }
    }
    throw new CannotStart(ExitCode.UNAVAILABLE, "database.as-root");
  }

  abstract List<String> prefix();

  /** Words that start a long-lived child: own session, so that Ctrl-C reaches us first, and told when we die. */
  List<String> prefixOfServer() {
    List<String> words = new ArrayList<>();
    if (Command.exists("setsid")) {
      words.add("setsid");
    }
    words.addAll(prefix());
    if (Command.exists("setpriv")) {
      words.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
    }
    return words;
  }

  boolean works() throws IOException {
    if (this != OURSELVES && !Command.exists(prefix().getFirst())) {
      return false;
    }
    Command.Result result = Command.of(prefix(), "id", "-u").run();
    return result.good() && !result.output().strip().equals("0");
  }

  /** Makes the user who will run the owner of a folder and all in it; refuses a place that user cannot reach. */
  void handOver(Path folder) throws IOException {
    if (this == OURSELVES || Files.getOwner(folder).getName().equals(owner())) {
      return;
    }
    Command.of(List.of(), "chown", "-R", owner(), folder.toString()).run();
    Path parent = folder.getParent();
    if (this == NOBODY && parent != null) {
      Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
    }
    if (!Command.of(prefix(), "test", "-w", folder.toString()).run().good()) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "database.unreachable-folder", owner(), folder);
    }
  }

  private String owner() {
    return this == NOBODY ? "nobody" : "root";
  }

  static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }
}
