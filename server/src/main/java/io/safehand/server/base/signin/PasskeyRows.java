package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;

/** The rows of passkeys. */
@Component
final class PasskeyRows {
  private static final int HANDLE_BYTES = 32;

  private final JdbcClient jdbc;

  PasskeyRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  /** A passkey and whose it is. */
  record Kept(UUID id, CompanyId company, AccountId account, CredentialRecord record) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** By what a passkey names its account: the two ids, which say nothing of a person. */
  static Bytes handle(CompanyId company, AccountId account) {
    ByteBuffer bytes = ByteBuffer.allocate(HANDLE_BYTES);
    List.of(company.value(), account.value())
        .forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return new Bytes(bytes.array());
  }

  /** False when the credential is known already, whoever's it is. */
  boolean add(Account account, UUID id, CredentialRecord record, Instant at) {
    return jdbc.sql("""
        insert into signin.passkey (credential_id, passkey_id, company_id, account_id, name, public_key,
          attestation, client_data, signatures, backup_eligible, backed_up, added_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """)
        .params(record.getCredentialId().getBytes(), id, account.company().value(), account.id().value(),
            record.getLabel(), record.getPublicKey().getBytes(), bytes(record.getAttestationObject()),
            bytes(record.getAttestationClientDataJSON()), record.getSignatureCount(),
            record.isBackupEligible(), record.isBackupState(), at.atOffset(ZoneOffset.UTC))
        .update() == 1;
  }

  Optional<Kept> find(Bytes credential) {
    return jdbc.sql("""
        select passkey_id, company_id, account_id, credential_id, name, public_key, attestation, client_data,
               signatures, backup_eligible, backed_up, added_at from signin.passkey where credential_id = ?
        """).param(credential.getBytes()).query((row, n) -> kept(row)).optional();
  }

  List<Passkey> of(CompanyId company, AccountId account) {
    return jdbc.sql("""
        select passkey_id, name, added_at, used_at from signin.passkey
         where company_id = ? and account_id = ? order by passkey_id
        """)
        .params(company.value(), account.value())
        .query((row, n) -> new Passkey(row.getObject(1, UUID.class), row.getString(2),
            time(row, 3).orElseThrow(), time(row, 4)))
        .list();
  }

  boolean any(Account account) {
    return jdbc.sql("select exists (select 1 from signin.passkey where company_id = ? and account_id = ?)")
        .params(account.company().value(), account.id().value())
        .query(Boolean.class)
        .single();
  }

  List<Bytes> credentials(Account account) {
    return jdbc.sql("select credential_id from signin.passkey where company_id = ? and account_id = ?")
        .params(account.company().value(), account.id().value())
        .query((row, n) -> new Bytes(row.getBytes(1)))
        .list();
  }

  /** True unless a later signature was seen meanwhile, which a copy of the passkey must have made. */
  boolean used(CredentialRecord record, Instant at) {
    return jdbc.sql("""
        update signin.passkey set signatures = ?, backed_up = ?, used_at = ?
         where credential_id = ? and (signatures < ? or signatures = 0 and ? = 0)
        """)
        .params(record.getSignatureCount(), record.isBackupState(), at.atOffset(ZoneOffset.UTC),
            record.getCredentialId().getBytes(), record.getSignatureCount(), record.getSignatureCount())
        .update() == 1;
  }

  boolean end(Account account, UUID id) {
    return jdbc.sql("delete from signin.passkey where company_id = ? and account_id = ? and passkey_id = ?")
        .params(account.company().value(), account.id().value(), id)
        .update() == 1;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    CompanyId company = new CompanyId(row.getObject(2, UUID.class));
    AccountId account = new AccountId(row.getObject(3, UUID.class));
    return new Kept(row.getObject(1, UUID.class), company, account,
        ImmutableCredentialRecord.builder()
            .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
            .userEntityUserId(handle(company, account))
            .credentialId(new Bytes(row.getBytes(4)))
            .label(row.getString(5))
            .publicKey(new ImmutablePublicKeyCose(row.getBytes(6)))
            .attestationObject(new Bytes(row.getBytes(7)))
            .attestationClientDataJSON(new Bytes(row.getBytes(8)))
            .signatureCount(row.getLong(9))
            .uvInitialized(true)
            .backupEligible(row.getBoolean(10))
            .backupState(row.getBoolean(11))
            .transports(Set.of())
            .created(time(row, 12).orElseThrow())
            .build());
  }

  private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  private static byte[] bytes(@Nullable Bytes bytes) {
    return bytes == null ? new byte[0] : bytes.getBytes();
  }
}
