package io.safehand.server.base.signin;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges what a passkey answers, as WebAuthn Level 3 says: challenge, origin, host, signature, user handle, counter, and
 * that its owner was verified. Spring Security and WebAuthn4J do the work; nothing is stored here.
 */
final class PasskeyChecks {
  private static final int LONGEST_ANSWER = 16_384;
  private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NEW = new TypeReference<>() {
  };
  private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> KNOWN = new TypeReference<>() {
  };

  private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  /** What was asked, and what came back. */
  @SuppressWarnings("ArrayRecordComponent") // never compared here
  record Question(Origin origin, byte[] challenge, String answer) {
    @Override
    public String toString() {
      return origin.host();
    }
  }

  /** What an answer of a known passkey is worth. */
  sealed interface Use {
    /** @param record with its new counter */
    record Right(CredentialRecord record) implements Use {}

    /** Signed by this passkey, but its counter did not grow: somebody has a copy. */
    record Copied() implements Use {}

    record Wrong() implements Use {}
  }

  /** A new passkey; empty when anything is not as it should be. */
  Optional<CredentialRecord> added(Question question, Bytes user, String name) {
    Kept kept = new Kept(user, null);
    PublicKeyCredentialCreationOptions options = PublicKeyCredentialCreationOptions.builder()
        .rp(house(question.origin()))
        .user(kept.entity())
        .challenge(new Bytes(question.challenge()))
        .pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256)
        .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build())
        .build();
    return checked(() -> operations(question.origin(), kept)
        .registerCredential(new ImmutableRelyingPartyRegistrationRequest(options,
            new RelyingPartyPublicKey(json.readValue(question.answer(), NEW), name))));
  }

  /** Which credential an answer says that it is by; only {@link #used} says whether it is. */
  Optional<Bytes> credential(String answer) {
    return answer.length() > LONGEST_ANSWER
        ? Optional.empty()
        : checked(() -> json.readValue(answer, KNOWN).getRawId());
  }

  Use used(Question question, CredentialRecord record) {
    Kept kept = new Kept(record.getUserEntityUserId(), record);
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> answer = json.readValue(question.answer(), KNOWN);
      if (!record.getUserEntityUserId().equals(answer.getResponse().getUserHandle())) {
        return new Use.Wrong();
      }
      PublicKeyCredentialRequestOptions options = PublicKeyCredentialRequestOptions.builder()
          .challenge(new Bytes(question.challenge()))
          .rpId(question.origin().host())
          .allowCredentials(List.of())
          .userVerification(UserVerificationRequirement.REQUIRED)
          .build();
      operations(question.origin(), kept)
          .authenticate(new RelyingPartyAuthenticationRequest(options, answer));
      return new Use.Right(kept.record());
    } catch (MaliciousCounterValueException notGrown) {
      return new Use.Copied();
    } catch (RuntimeException refused) {
      return new Use.Wrong();
    }
  }

  /** Whatever the libraries find wrong with an answer is one thing to us: it proves nothing. */
  private static <T> Optional<T> checked(Supplier<T> check) {
    try {
      return Optional.of(check.get());
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }

  private static Webauthn4JRelyingPartyOperations operations(Origin origin, Kept kept) {
    return new Webauthn4JRelyingPartyOperations(kept, kept, house(origin), Set.of(origin.address()));
  }

  private static PublicKeyCredentialRpEntity house(Origin origin) {
    return PublicKeyCredentialRpEntity.builder().id(origin.host()).name("Safehand").build();
  }

  /** One passkey and its account for the length of one check. */
  private static final class Kept
      implements
        UserCredentialRepository,
        PublicKeyCredentialUserEntityRepository {
    private final Bytes user;
    private @Nullable CredentialRecord record;

    Kept(Bytes user, @Nullable CredentialRecord record) {
      this.user = user;
      this.record = record;
    }

    CredentialRecord record() {
      if (record == null) {
        throw new IllegalStateException("no passkey was checked");
      }
      return record;
    }

    PublicKeyCredentialUserEntity entity() {
      return ImmutablePublicKeyCredentialUserEntity.builder()
          .id(user)
          .name("account")
          .displayName("account")
          .build();
    }

    @Override
    public void save(CredentialRecord changed) {
      record = changed;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
      return record != null && record.getCredentialId().equals(id) ? record : null;
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes id) {
      return record == null ? List.of() : List.of(record);
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes id) {
      return entity();
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
      return entity();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {}

    @Override
    public void delete(Bytes id) {}
  }
}
