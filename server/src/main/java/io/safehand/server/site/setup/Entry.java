package io.safehand.server.site.setup;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.signin.Invitations.Newcomer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is typed at the first start. Cannot be printed.
 *
 * @param passphrase null where the server is open already, as are {@code again} and {@code folder}; overwritten after use
 * @param kind what the company is on this server
 * @param administrator work name of the first administrator
 * @param officer work name of the second person, who confirms what the first proposes
 * @param small fewer than ten people: the second person decides on what others propose, too
 */
@SuppressWarnings("ArrayRecordComponent") // cleared after use, never compared
record Entry(char @Nullable [] passphrase, char @Nullable [] again, @Nullable String folder, String company,
    Company.Kind kind, String administrator, String officer, boolean small) {
  private static final int LONGEST_NAME = 200;

  /** Why nothing can be made of it, by a code. */
  Optional<String> malformed() {
    if (company.isBlank() || company.length() > LONGEST_NAME
        || company.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("setup.company");
    }
    if (!isHandle(administrator) || !isHandle(officer) || administrator.equals(officer)) {
      return Optional.of("setup.people");
    }
    return Arrays.equals(passphrase, again) ? Optional.empty() : Optional.of("setup.again");
  }

  Optional<Path> place() {
    try {
      return Optional.ofNullable(folder).map(String::strip).map(Path::of).filter(Path::isAbsolute);
    } catch (InvalidPathException impossible) {
      return Optional.empty();
    }
  }

  char[] letters() {
    return passphrase == null ? new char[0] : passphrase;
  }

  void clear() {
    Arrays.fill(letters(), ' ');
    if (again != null) {
      Arrays.fill(again, ' ');
    }
  }

  private static boolean isHandle(String handle) {
    PersonalText none = PersonalText.of("");
    return new Newcomer(handle, none, none).isWellFormed();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
