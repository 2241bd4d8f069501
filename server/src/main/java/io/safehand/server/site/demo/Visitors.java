package io.safehand.server.site.demo;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lets whoever started the demonstration sign in as the people of the story, with one password drawn for this run. */
final class Visitors {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 16;

  private final Scene scene;

  Visitors(Scene scene) {
    this.scene = scene;
  }

  /** Also says how the server on this folder is ended. */
  void invite(Path data) {
    String password = draw();
    scene.telling().say("visitors.password", password);
    List<Account> people = Stream.of(scene.seller(), scene.buyer())
        .flatMap(cast -> cast.people().stream())
        .toList();
    for (Account person : people) {
      boolean refused = scene.doors()
          .signIns()
          .set(person, person.handle(), password.toCharArray())
          .isPresent();
      Scene.require(!refused, "a name to sign in with was not taken");
      Role role = person.roles().iterator().next();
      scene.telling().say("visitors.name", person.handle(), scene.telling().text("role." + role));
    }
    scene.telling().say("visitors.end", data);
  }

  private String draw() {
    return scene.doors()
        .random()
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
        .reduce("", String::concat);
  }
}
