create table signin.name (
  name text primary key,
  company_id uuid not null,
  account_id uuid not null,
  password text not null,
  set_at timestamptz not null,
  unique (company_id, account_id)
);
comment on table signin.name is 'unguarded: who signs in has not said for which company';

create table signin.session (
  token_sha256 bytea primary key,
  session_id uuid not null unique,
  company_id uuid not null,
  account_id uuid not null,
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  stepped_up_at timestamptz
);
comment on table signin.session is 'unguarded: a browser shows a secret, not a company';
create index on signin.session (company_id, account_id);
