package io.safehand.core.handover.parcel;

import io.safehand.core.hash.Sha256;
import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.manifest.Manifest;
import io.safehand.core.handover.manifest.PackedFile;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Signs a manifest about some people and delivers others, with every hash and signature in order. */
final class DishonestSeller {
  private final SellerFixture seller;
  private final Path home;
  private int packages;

  DishonestSeller(SellerFixture seller, Path home) {
    this.seller = seller;
    this.home = home;
  }

  List<MovedPerson> people(int count) {
    List<MovedPerson> people = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      people.add(seller.person(40));
    }
    return people;
  }

  /** What the buyer's reader says, empty when it takes everybody. */
  Optional<Fault> buyerSees(List<MovedPerson> promised, List<MovedPerson> delivered) throws IOException {
    Path place = home.resolve("package" + packages++);
    Path promise = place(promised, place.resolveSibling(place.getFileName() + "-promise"));
    Manifest manifest = Manifest
        .of(Json.parse(Files.readAllBytes(promise.resolve("manifest.json"))).asObject());
    return read(forged(manifest, MemoryFolder.of(place(delivered, place))));
  }

  /** What the reader says of a package of two people in which one sealed file has this content instead. */
  Optional<Fault> buyerSees(String name, UnaryOperator<byte[]> change) throws IOException {
    MemoryFolder folder = MemoryFolder.of(seller.released(home.resolve("package" + packages++), 2, 40));
    Manifest manifest = Manifest.of(Json.parse(folder.get("manifest.json")).asObject());
    return read(forged(manifest, folder.with(name, resealed(folder, name, change))));
  }

  /** The same of a sound package whose file is replaced after its hash was checked. */
  Optional<Fault> buyerSeesChanged(String name, UnaryOperator<byte[]> change) throws IOException {
    MemoryFolder folder = MemoryFolder.of(seller.released(home.resolve("package" + packages++), 2, 40));
    return read(folder.thenWith(name, resealed(folder, name, change)));
  }

  private byte[] resealed(MemoryFolder folder, String name, UnaryOperator<byte[]> change) throws IOException {
    byte[] clear = Channels.newInputStream(OpenedFile.opened(folder, name, seller.buyer)).readAllBytes();
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (WritableByteChannel out = seller.buyer.recipient()
        .sealing(Channels.newChannel(sealed), seller.random)) {
      out.write(ByteBuffer.wrap(change.apply(clear)));
    }
    return sealed.toByteArray();
  }

  private Optional<Fault> read(FolderContents folder) throws IOException {
    try (PackageReader reader = new PackageReader(folder, seller.trust, seller.buyer, seller.random)) {
      Optional<ReceivedPerson> next = reader.next();
      while (next.isPresent()) {
        next = reader.next();
      }
      reader.consents(consent -> {});
      reader.requests(request -> {});
      return Optional.empty();
    } catch (HandoverRefused refused) {
      return Optional.of(refused.finding().fault());
    }
  }

  private Path place(List<MovedPerson> people, Path place) throws IOException {
    try (PackageWriter writer = seller.writer(place)) {
      for (MovedPerson person : people) {
        writer.add(person, seller.dataKey(person));
      }
      return seller.release(seller.seal(writer, 0));
    }
  }

  /** The delivered files under the promised manifest, hashed, signed and released anew. */
  private MemoryFolder forged(Manifest promised, MemoryFolder folder) {
    List<PackedFile> files = new ArrayList<>();
    for (PackedFile file : promised.files()) {
      files.add(packed(file.name(), folder.get(file.name())));
    }
    byte[] manifest = new Manifest(promised.packageId(), promised.createdAt(), promised.terms(),
        promised.population(), promised.contents(), promised.recipient(), promised.approvals(),
        promised.signers(), files).canonical();
    String hash = Sha256.hex(manifest);
    byte[] line = seller.releaseLine(hash);
    MemoryFolder released = folder.with("manifest.json", manifest)
        .with(Layout.RELEASE_LINE, line)
        .with(Layout.RELEASE_PROOF, seller.proofOf(line).bytes());
    List<PackedFile> audit = new ArrayList<>();
    for (String name : Layout.AUDIT) {
      audit.add(packed(name, released.get(name)));
    }
    return released.with(Layout.SIGNATURES,
        Signatures.complete(Signatures.ofManifest(manifest, seller.house), hash, audit, seller.house)
            .canonical());
  }

  private static PackedFile packed(String name, byte[] content) {
    return new PackedFile(name, content.length, Sha256.hex(content));
  }
}
