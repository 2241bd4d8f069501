package io.safehand.server.custody.notices;

import io.safehand.core.custody.Addressing;
import io.safehand.core.custody.Addressing.Addressed;
import io.safehand.core.json.Json;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.messages.Letter;
import io.safehand.server.base.messages.Post;
import io.safehand.server.base.messages.Posted;
import io.safehand.server.custody.notices.AttemptRows.Attempt;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the threads of a campaign, with connections of its own. Batch by batch: take up, send, write what became of it. */
final class Lane implements AutoCloseable {
  private final Sendout out;
  private final Map<Channel, Post> posts;
  private final Addressing addressing;

  Lane(Sendout out) {
    this.out = out;
    this.posts = out.posts();
    this.addressing = out.parts().addressees().addressing(out.company());
  }

  /** What became of one person. */
  private record Told(PersonId person, Delivery delivery, String method, Optional<Attempt> attempt) {}

  void send(int firstLeaf, int leaves) {
    Batch batch = new Batch(out, firstLeaf, leaves);
    List<Addressed> people = batch.take(addressing);
    if (!people.isEmpty()) {
      List<Told> told = new ArrayList<>(people.size());
      people.forEach(person -> told.add(tell(batch, person)));
      write(told);
    }
  }

  private Told tell(Batch batch, Addressed one) {
    Language language = Addressees.read(one.language());
    if (out.campaign().plan().segment().language().filter(wanted -> wanted != language).isPresent()) {
      return new Told(one.person(), batch.before(one.person()), "", Optional.empty());
    }
    if (one.field().isEmpty()) {
      boolean byHand = out.campaign().plan().channels().contains(Channel.HAND);
      return new Told(one.person(), byHand ? Delivery.BY_HAND : Delivery.UNDELIVERABLE,
          one.closed().values().stream().findFirst().orElse("field.not-held"), Optional.empty());
    }
    Channel channel = out.channel(one.field().get());
    Posted posted = Addressees.isUsable(channel, one.address())
        ? post(channel, letter(batch, one, channel, language))
        : new Posted(Posted.Outcome.REFUSED, "address.malformed");
    return told(one, channel, posted);
  }

  private Posted post(Channel channel, Letter letter) {
    Post post = posts.get(channel);
    if (post == null) {
      return new Posted(Posted.Outcome.NOT_NOW, "server.none");
    }
    out.pace().take();
    return post.post(letter);
  }

  private Letter letter(Batch batch, Addressed one, Channel channel, Language language) {
    String link = batch.link(one.person());
    boolean mail = channel == Channel.MAIL;
    PersonalText body = mail ? out.wording().mail(language, link) : out.wording().brief(language, link);
    return new Letter(one.address(), mail ? out.wording().subject(language) : "", body,
        out.reference(one.person(), channel));
  }

  private Told told(Addressed one, Channel channel, Posted posted) {
    Delivery delivery = switch (posted.outcome()) {
      case TAKEN -> Delivery.SENT;
      case REFUSED -> Delivery.BOUNCED;
      case NOT_NOW -> Delivery.PLANNED;
      case IN_DOUBT -> Delivery.IN_DOUBT;
    };
    return new Told(one.person(), delivery, channel.code(), Optional.of(new Attempt(one.person(), channel,
        delivery, out.tag(one.address()), out.reference(one.person(), channel), posted.code())));
  }

  /** Who was shredded meanwhile, or opened the link already, is left as they are. */
  private void write(List<Told> told) {
    Instant now = out.parts().clock().instant();
    Map<Map.Entry<Delivery, String>, List<PersonId>> alike = new LinkedHashMap<>();
    told.forEach(
        one -> alike.computeIfAbsent(Map.entry(one.delivery(), one.method()), key -> new ArrayList<>())
            .add(one.person()));
    out.parts().storage().run(out.company(), () -> {
      out.parts().facts().changed(out.company());
      out.parts()
          .register()
          .told()
          .lock(out.company(), out.campaign().id(), told.stream().map(Told::person).toList());
      Tally tally = new Tally();
      Json.Object outcomes = Json.object();
      for (Map.Entry<Map.Entry<Delivery, String>, List<PersonId>> some : alike.entrySet()) {
        Delivery to = some.getKey().getKey();
        int moved = out.parts()
            .register()
            .told()
            .move(out.company(), out.campaign().id(), some.getValue(), to, some.getKey().getValue(), now);
        tally.moved(Delivery.SENDING, to, moved);
        outcomes = outcomes.with((to.name() + " " + some.getKey().getValue()).strip(), moved);
      }
      out.parts()
          .register()
          .attempts()
          .put(out.company(), out.campaign().id(),
              told.stream().flatMap(one -> one.attempt().stream()).toList(), now);
      out.parts().register().tallies().add(out.company(), out.campaign().id(), tally);
      out.write(out.details().with("step", "sent").with("outcomes", outcomes));
    });
  }

  @Override
  public void close() {
    posts.values().forEach(Post::close);
  }
}
