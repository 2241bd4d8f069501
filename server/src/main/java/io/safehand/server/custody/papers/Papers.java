package io.safehand.server.custody.papers;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.hash.Sha256;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.records.Vaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Texts and files about a person: sealed for the person, gone with the person. Texts are kept by whoever seals them, in a
 * column of their own; files are kept here. Whoever opens one has asked whether it may be read, and writes the line.
 *
 * <p>Every call joins the caller's transaction or makes its own. May be used by many threads.
 */
@Component
public final class Papers {
  /** The largest file, in bytes. */
  public static final int MOST_BYTES = 10 << 20;

  private final Vaults vaults;
  private final SealedTexts own;
  private final Storage storage;
  private final PaperRows rows;
  private final BusinessIds ids;
  private final SecureRandom random;
  private final Clock clock;

  Papers(Vaults vaults, SealedTexts own, Storage storage, PaperRows rows, BusinessIds ids,
      SecureRandom random, Clock clock) {
    this.vaults = vaults;
    this.own = own;
    this.storage = storage;
    this.rows = rows;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Seals a text about this person for the place that will hold it; one about nobody who is held is the company's own.
   *
   * @param place table, column and row, such as {@code cases.entry.body/<id>}
   * @throws UnknownPerson when the person is not held
   */
  public byte[] seal(CompanyId company, Optional<PersonId> person, String place, PersonalText text) {
    byte[] clear = text.exposed().getBytes(StandardCharsets.UTF_8);
    try {
      return seal(company, person, place, clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** @throws UnknownPerson when the person is not held any more */
  public PersonalText open(CompanyId company, Optional<PersonId> person, String place, byte[] sealed) {
    byte[] clear = bytes(company, person, place, sealed);
    try {
      return PersonalText.of(new String(clear, StandardCharsets.UTF_8));
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /**
   * Files a paper; its kind is told by its bytes, not by its name.
   *
   * @throws PaperRefused when it is empty, too large or of another kind
   * @throws UnknownPerson when the person is not held
   */
  public Paper file(CompanyId company, Optional<PersonId> person, InputStream content) throws IOException {
    byte[] clear = content.readNBytes(MOST_BYTES + 1);
    try {
      Paper paper = new Paper(new PaperId(ids.next()), person, kind(clear), clear.length, Sha256.hex(clear));
      byte[] sealed = seal(company, person, place(paper.id()), clear);
      storage.run(company, () -> rows.add(company, paper, sealed, clock.instant()));
      return paper;
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  public Optional<Paper> find(CompanyId company, PaperId id) {
    return storage.in(company, () -> rows.find(company, id));
  }

  /**
   * What is on a paper; the caller overwrites it after use. Empty when there is none of this id, or it is gone.
   *
   * @throws UnknownPerson when the person is not held any more
   */
  public Optional<byte[]> content(CompanyId company, Paper paper) {
    return storage.in(company, () -> rows.body(company, paper.id()))
        .map(sealed -> bytes(company, paper.person(), place(paper.id()), sealed));
  }

  private static Paper.Kind kind(byte[] content) {
    if (content.length == 0) {
      throw new PaperRefused(PaperRefused.Reason.EMPTY);
    }
    if (content.length > MOST_BYTES) {
      throw new PaperRefused(PaperRefused.Reason.TOO_LARGE);
    }
    return PaperKinds.of(content).orElseThrow(() -> new PaperRefused(PaperRefused.Reason.KIND));
  }

  private byte[] seal(CompanyId company, Optional<PersonId> person, String place, byte[] clear) {
    return person.map(held -> core(company).seal(held, place, clear))
        .orElseGet(() -> own.sealBytes(company, place, clear));
  }

  private byte[] bytes(CompanyId company, Optional<PersonId> person, String place, byte[] sealed) {
    return person.map(held -> core(company).open(held, place, sealed))
        .orElseGet(() -> own.openBytes(company, place, sealed));
  }

  private io.safehand.core.custody.Papers core(CompanyId company) {
    return new io.safehand.core.custody.Papers(vaults.of(company), vaults.store(company), random);
  }

  private static String place(PaperId id) {
    return "papers.paper.body/" + id;
  }
}
