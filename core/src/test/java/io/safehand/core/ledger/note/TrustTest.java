package io.safehand.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.Hashing;
import io.safehand.core.ledger.tree.StrictBase64;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
  private static final String SELLER = "seller.example/safehand";
  private static final String BUYER = "buyer.example/safehand";
  private static final Hash ROOT = new Hashing().empty();
  private final SecureRandom random = new SecureRandom();
  private final SigningKeys seller = SigningKeys.generate(SELLER, random);
  private final SigningKeys buyer = SigningKeys.generate(BUYER, random);
  private final WitnessKey counsel = WitnessKey.generate("counsel.example/witness", random);
  private final Trust trust = new Trust(seller.trusted()).with(buyer.trusted())
      .with(List.of(counsel.trusted()));
  private final Checkpoint checkpoint = new Checkpoint(SELLER + "/company/1", 5, ROOT);
  private final SignedNote note = seller.sign(checkpoint);

  @Test
  void acceptsWhatTheOwnerOfTheOriginSignedWithBothAlgorithms() {
    assertThat(trust.judge(note)).isEqualTo(new NoteVerdict.Accepted(checkpoint, SELLER, List.of()));
    assertThat(trust.judge(SignedNote.parse(note.bytes()).orElseThrow()))
        .isInstanceOf(NoteVerdict.Accepted.class);
  }

  @Test
  void refusesEitherAlgorithmAlone() {
    for (NoteSignature only : note.signatures()) {
      assertThat(trust.judge(new SignedNote(note.text(), List.of(only))))
          .isEqualTo(refused(SignatureRefusal.MISSING));
    }
  }

  @Test
  void refusesAnotherText() {
    String other = new Checkpoint(checkpoint.origin(), 6, ROOT).text();
    assertThat(trust.judge(new SignedNote(other, note.signatures())))
        .isEqualTo(new NoteVerdict.Refused(SignatureRefusal.WRONG, SELLER));
    assertThat(trust.judge(new SignedNote("no checkpoint\n", note.signatures())))
        .isEqualTo(new NoteVerdict.Refused(SignatureRefusal.MALFORMED, ""));
  }

  @Test
  void refusesAnotherHousesSignatureForThisOrigin() {
    assertThatThrownBy(() -> buyer.sign(checkpoint)).isInstanceOf(IllegalArgumentException.class);
    SigningKeys pretender = SigningKeys.open(SELLER, buyer.secret(), random);
    assertThat(trust.judge(pretender.sign(checkpoint))).isEqualTo(refused(SignatureRefusal.MISSING));
    Trust onlyBuyer = new Trust(buyer.trusted());
    assertThat(onlyBuyer.judge(note)).isEqualTo(refused(SignatureRefusal.UNKNOWN_SIGNER));
  }

  @Test
  void givesAHouseNoOriginThatMerelyBeginsLikeItsName() {
    assertThatThrownBy(() -> seller.sign(new Checkpoint(SELLER + "2", 5, ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(seller.sign(new Checkpoint(SELLER, 5, ROOT)).text()).startsWith(SELLER + "\n5\n");
  }

  @Test
  void refusesANoteWithOneWrongSignatureOfATrustedKey() {
    NoteSignature stale = counsel.cosign(seller.sign(new Checkpoint(checkpoint.origin(), 4, ROOT)),
        Instant.EPOCH);
    assertThat(trust.judge(note.with(List.of(stale))))
        .isEqualTo(new NoteVerdict.Refused(SignatureRefusal.WRONG, "counsel.example/witness"));
    byte[] blob = StrictBase64.decode(stale.base64()).orElseThrow();
    for (int length : new int[]{5, 8, 11, 12, 75}) {
      NoteSignature cut = new NoteSignature(stale.name(), StrictBase64.encode(Arrays.copyOf(blob, length)));
      assertThat(trust.judge(note.with(List.of(cut)))).isInstanceOf(NoteVerdict.Refused.class);
    }
  }

  @Test
  void ignoresSignaturesOfUnknownKeys() {
    WitnessKey stranger = WitnessKey.generate("counsel.example/witness", random);
    NoteVerdict verdict = trust.judge(note.with(List.of(stranger.cosign(note, Instant.EPOCH))));
    assertThat(verdict).isEqualTo(new NoteVerdict.Accepted(checkpoint, SELLER, List.of()));
  }

  @Test
  void countsAWitnessWithItsTimeAndNotForAnother() {
    Instant at = Instant.ofEpochSecond(1_700_000_000);
    NoteSignature line = counsel.cosign(note, at);
    assertThat(trust.judge(note.with(List.of(line)))).isEqualTo(new NoteVerdict.Accepted(checkpoint, SELLER,
        List.of(new NoteVerdict.Cosignature("counsel.example/witness", at))));
    byte[] later = StrictBase64.decode(line.base64()).orElseThrow();
    later[11]++;
    NoteSignature moved = new NoteSignature(line.name(), StrictBase64.encode(later));
    assertThat(trust.judge(note.with(List.of(moved)))).isInstanceOf(NoteVerdict.Refused.class);
  }

  @Test
  void readsItsOwnFile() {
    assertThat(Trust.parse(trust.file().getBytes(UTF_8))).isEqualTo(trust);
    assertThat(trust.keys()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"version\":2,\"keys\":[]}", "{\"version\":1,\"keys\":[],\"x\":1}",
    "{\"version\":1}",
    "{\"version\":1,\"keys\":[{\"name\":\"a\",\"algorithm\":\"RSA\",\"role\":\"house\",\"publicKey\":\"\"}]}",
    "{\"version\":1,\"keys\":[{\"name\":\"a\",\"algorithm\":\"Ed25519\",\"role\":\"king\",\"publicKey\":\"\"}]}",
    "{\"version\":1,\"keys\":[{\"name\":\"a\",\"algorithm\":\"Ed25519\",\"role\":\"house\",\"publicKey\":\"AAAA\"}]}"})
  void refusesATrustFileThatItDoesNotKnow(String file) {
    assertThatThrownBy(() -> Trust.parse(file.getBytes(UTF_8))).isInstanceOf(JsonRefused.class);
  }

  @Test
  void refusesAWitnessKeyOfAnotherAlgorithm() {
    TrustedKey key = seller.trusted().get(1);
    assertThatThrownBy(() -> new TrustedKey("w", key.algorithm(), SignerRole.WITNESS, key.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bindsADocumentToItsKindAndItsBytes() {
    byte[] document = "{\"a\":1}".getBytes(UTF_8);
    DocumentSignature signature = seller.sign("manifest", document);
    assertThat(trust.refusal("manifest", document, signature)).isEmpty();
    assertThat(trust.refusal("manifest", document, DocumentSignature.read(signature.toJson()))).isEmpty();
    assertThat(trust.refusal("receipt", document, signature)).contains(SignatureRefusal.WRONG);
    assertThat(trust.refusal("manifest", new byte[1], signature)).contains(SignatureRefusal.WRONG);
    assertThat(new Trust(List.of()).refusal("manifest", document, signature))
        .contains(SignatureRefusal.UNKNOWN_SIGNER);
    DocumentSignature other = buyer.sign("manifest", document);
    for (DocumentSignature mixed : List.of(
        new DocumentSignature(SELLER, signature.ed25519(), other.mlDsa65()),
        new DocumentSignature(SELLER, other.ed25519(), signature.mlDsa65()),
        new DocumentSignature(SELLER, "AAAA", "AAAA"))) {
      assertThat(trust.refusal("manifest", document, mixed)).contains(SignatureRefusal.WRONG);
    }
    assertThatThrownBy(() -> seller.sign("two\nlines", document))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DocumentSignature
        .read(Json.object().with("signer", SELLER).with("ed25519", "?").with("mlDsa65", "")))
        .isInstanceOf(JsonRefused.class);
  }

  /** The seeds are those of the standards: another implementation makes the same public keys of them. */
  @Test
  void keepsKeysAsTheSeedsOfTheStandards() {
    byte[] secret = seller.secret();
    assertThat(SigningKeys.open(SELLER, secret, random).trusted()).isEqualTo(seller.trusted());
    byte[] ed25519 = new Ed25519PrivateKeyParameters(secret, 1).generatePublicKey().getEncoded();
    byte[] mlDsa65 = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65,
        Arrays.copyOfRange(secret, 33, 65)).getPublicKey();
    assertThat(seller.trusted()).extracting(TrustedKey::publicKey)
        .containsExactly(StrictBase64.encode(ed25519), StrictBase64.encode(mlDsa65));
    assertThatThrownBy(() -> SigningKeys.open(SELLER, Arrays.copyOf(secret, 64), random))
        .isInstanceOf(IllegalArgumentException.class);
    secret[0] = 2;
    assertThatThrownBy(() -> SigningKeys.open(SELLER, secret, random))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void zeroesItsSeedsWhenClosedAndNeverPrintsThem() {
    SigningKeys keys = SigningKeys.generate("a", random);
    assertThat(keys).hasToString("SigningKeys[a, •••]");
    keys.close();
    assertThat(keys.secret()).containsOnly(0);
    WitnessKey witness = WitnessKey.open("w", counsel.secret(), random);
    assertThat(witness.trusted().publicKey()).isEqualTo(counsel.trusted().publicKey());
    assertThat(witness).hasToString("WitnessKey[w, •••]");
    witness.close();
    assertThat(witness.secret()).containsOnly(0);
  }

  @Test
  void namesAKeyByAFingerprint() {
    TrustedKey key = new TrustedKey("a", SigningAlgorithm.ED25519, SignerRole.HOUSE,
        StrictBase64.encode(new byte[32]));
    // printf 'Ed25519\n' | cat - <(head -c 32 /dev/zero) | sha256sum
    assertThat(key.fingerprint())
        .isEqualTo("0874e5694041f8100076f2f81654bc745f5caead42862a06e58e6af9853bed2e");
  }

  private NoteVerdict refused(SignatureRefusal reason) {
    return new NoteVerdict.Refused(reason, checkpoint.origin());
  }
}
