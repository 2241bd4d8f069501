package io.safehand.server.deal.handover;

import io.safehand.core.handover.parcel.PackageZip;
import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Packages that come to a buyer: from a seller on the same installation as they were released, from another installation
 * as a file, after the seller's public keys. Only {@link TakingOver} judges what is in them. May be used by many threads.
 */
@Component
public final class Arrivals {
  /** Of one package. */
  public static final long MOST_BYTES = 64L << 30;
  private static final int FINGERPRINT_DIGITS = 32;

  private final Storage storage;
  private final TakingOverRows rows;
  private final HandOvers handOvers;
  private final Access access;
  private final Ledger ledger;
  private final Keys keys;
  private final BusinessIds ids;
  private final Path packages;

  Arrivals(Storage storage, TakingOverRows rows, HandOvers handOvers, Access access, Ledger ledger, Keys keys,
      BusinessIds ids, Settings settings) {
    this.storage = storage;
    this.rows = rows;
    this.handOvers = handOvers;
    this.access = access;
    this.ledger = ledger;
    this.keys = keys;
    this.ids = ids;
    this.packages = settings.dataFolder().resolve("received");
  }

  /** A package to be judged by these public keys of its seller. */
  record Arrived(Path folder, Trust seller) {}

  /** What two people compare by another way than this system: of SHA-256 of the file with the keys, in groups of four. */
  public static String fingerprint(Trust trust) {
    return Sha256.hex(trust.file()).substring(0, FINGERPRINT_DIGITS).replaceAll("(.{4})(?!$)", "$1 ");
  }

  /**
   * Notes the public keys of a seller on another installation. Keys given before are replaced until a package came.
   *
   * @param compared the fingerprint as the seller said it, by another way than the file came
   * @throws StepRefused when it is not theirs, or a package is here
   */
  public void meet(CompanyId buyer, DealId deal, Trust seller, String compared, Account by) {
    access.require(buyer, by, Role.BUYER_OFFICER, Role.BUYER_SECURITY);
    StepRefused.unless(plain(compared).equals(plain(fingerprint(seller))),
        StepRefused.Reason.SELLER_FINGERPRINT);
    StepRefused.unless(of(buyer, deal).isEmpty(), StepRefused.Reason.PACKAGE_THERE);
    storage.run(buyer, () -> {
      rows.meet(buyer, deal, seller.file().getBytes(StandardCharsets.UTF_8));
      ledger.write(buyer,
          ledger.line(by.who(), Act.HANDOVER_PLAN)
              .inDeal(deal.toString())
              .with(Json.object().with("step", "seller.met").with("trust", Sha256.hex(seller.file()))));
    });
  }

  private static String plain(String fingerprint) {
    return fingerprint.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  /** The public keys of a seller on another installation, once they are given. */
  public Optional<Trust> seller(CompanyId buyer, DealId deal) {
    return storage.in(buyer, () -> rows.seller(buyer, deal)).map(Trust::parse);
  }

  /**
   * Keeps a package that came as a file; another one takes its place until one is taken in, and the earlier is erased.
   *
   * @throws StepRefused when the seller's keys are not given, or the package was taken in
   * @throws io.safehand.core.handover.HandoverRefused when the file is none of a package
   */
  public void keep(CompanyId buyer, DealId deal, InputStream zip, Account by) throws IOException {
    access.require(buyer, by, Role.BUYER_OFFICER, Role.BUYER_SECURITY);
    StepRefused.unless(seller(buyer, deal).isPresent(), StepRefused.Reason.SELLER_UNKNOWN);
    StepRefused.unless(handOvers.paper(buyer, deal, Paper.RECEIPT).isEmpty(),
        StepRefused.Reason.RECEIPT_THERE);
    Path here = Files.createDirectories(folder(buyer, deal));
    Path folder = PackageZip.unpack(zip, here.resolve(ids.next().toString()), MOST_BYTES);
    Optional<Path> before;
    try {
      before = storage.in(buyer, () -> {
        Optional<Path> earlier = rows.folder(buyer, deal);
        rows.arrived(buyer, deal, folder);
        return earlier;
      });
    } catch (RuntimeException notNoted) {
      FileSystemUtils.deleteRecursively(folder);
      throw notNoted;
    }
    if (before.isPresent()) {
      FileSystemUtils.deleteRecursively(before.get());
    }
  }

  /** Whether there is a package to take in. */
  public boolean isHere(CompanyId buyer, DealId deal) {
    return of(buyer, deal).isPresent();
  }

  /** Removes the files of what was taken over whole. */
  void forget(CompanyId buyer, DealId deal) throws IOException {
    FileSystemUtils.deleteRecursively(folder(buyer, deal));
  }

  private Path folder(CompanyId buyer, DealId deal) {
    return packages.resolve(buyer.toString()).resolve(deal.toString());
  }

  Optional<Arrived> of(CompanyId buyer, DealId deal) {
    return storage.in(buyer, () -> rows.folder(buyer, deal))
        .flatMap(folder -> seller(buyer, deal).map(trust -> new Arrived(folder, trust)))
        .or(() -> handOvers.packageFor(buyer, deal).map(folder -> new Arrived(folder, keys.trust())));
  }
}
