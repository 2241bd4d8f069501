create table signin.passkey (
  credential_id bytea primary key,
  passkey_id uuid not null unique,
  company_id uuid not null,
  account_id uuid not null,
  name text not null,
  public_key bytea not null,
  attestation bytea not null,
  client_data bytea not null,
  signatures bigint not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  added_at timestamptz not null,
  used_at timestamptz
);
comment on table signin.passkey is 'unguarded: a browser shows a credential, not a company';
create index on signin.passkey (company_id, account_id);

create table signin.challenge (
  holder bytea primary key,
  bytes bytea not null,
  ends_at timestamptz not null
);
comment on table signin.challenge is 'unguarded: asked for before anybody said who they are';
create index on signin.challenge (ends_at);
