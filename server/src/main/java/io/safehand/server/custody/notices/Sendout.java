package io.safehand.server.custody.notices;

import io.safehand.core.custody.stored.Errand;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.messages.Post;
import io.safehand.server.base.messages.Posts;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One going out of a notice: what all of its threads share. May be used by many threads. */
record Sendout(Parts parts, Campaign campaign, Account by, List<FieldRule> fields,
    Optional<FieldRule> language, Wording wording, Pace pace) {
  private static final int TAG_BYTES = 16;

  /** What sending is made of. */
  @Component
  record Parts(Storage storage, Ledger ledger, Facts facts, Standing standing, Register register,
      Addressees addressees, Links links, Posts posts, SealedTexts texts, MessageSource messages,
      Clock clock) {}

  CompanyId company() {
    return by.company();
  }

  Errand errand() {
    return new Errand(by.who(), "notice", campaign.id().toString(), campaign.deal().toString());
  }

  Json.Object details() {
    return Json.object().with("campaign", campaign.id().toString());
  }

  /** Writes a step of the campaign with the present transaction. */
  void write(Json.Object step) {
    Ledger ledger = parts.ledger();
    ledger.write(company(),
        ledger.line(by.who(), Act.NOTICE_SENT).inDeal(campaign.deal().toString()).with(step));
  }

  /** The ways out that are open; one thread's own. */
  Map<Channel, Post> posts() {
    Map<Channel, Post> posts = new EnumMap<>(Channel.class);
    for (Channel channel : campaign.plan().channels()) {
      post(channel).ifPresent(post -> posts.put(channel, post));
    }
    return posts;
  }

  private Optional<Post> post(Channel channel) {
    return switch (channel) {
      case MAIL -> parts.posts().mail(company());
      case SMS -> parts.posts().texts(company(), parts.links().address());
      case HAND -> Optional.empty();
    };
  }

  Channel channel(FieldRule field) {
    return campaign.plan()
        .channels()
        .stream()
        .filter(channel -> channel.takes(field))
        .findFirst()
        .orElse(Channel.HAND);
  }

  /** What comes back about the letter names it; nobody else can make one. */
  String reference(PersonId person, Channel channel) {
    return hash("notices.letter", campaign.id() + "/" + person + "/" + channel);
  }

  String tag(PersonalText address) {
    return hash("notices.address", address.exposed());
  }

  private String hash(String use, String text) {
    byte[] full = parts.texts().hash(use + "/" + company(), text);
    return HexFormat.of().formatHex(full, 0, TAG_BYTES);
  }
}
