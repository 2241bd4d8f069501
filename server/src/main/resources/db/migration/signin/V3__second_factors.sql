create table signin.totp (
  company_id uuid not null,
  account_id uuid not null,
  secret bytea not null,
  last_step bigint not null,
  since timestamptz not null,
  primary key (company_id, account_id)
);

create table signin.recovery_code (
  company_id uuid not null,
  account_id uuid not null,
  sha256 bytea not null,
  primary key (company_id, account_id, sha256)
);

create table signin.half (
  token_sha256 bytea primary key,
  company_id uuid not null,
  account_id uuid not null,
  ends_at timestamptz not null
);
comment on table signin.half is 'unguarded: a browser shows a secret, not a company';
create index on signin.half (ends_at);

create table signin.tries (
  subject bytea primary key,
  count int not null,
  ends_at timestamptz not null
);
comment on table signin.tries is 'unguarded: whoever tries to sign in has not said for which company';
create index on signin.tries (ends_at);

alter table signin.session add column factors text not null default 'PASSWORD';
