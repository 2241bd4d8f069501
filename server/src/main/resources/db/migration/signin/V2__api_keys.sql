create table signin.api_key (
  secret_sha256 bytea primary key,
  key_id uuid not null unique,
  company_id uuid not null,
  account_id uuid not null,
  name text not null,
  roles text not null,
  last_day date not null,
  last_used date
);
comment on table signin.api_key is 'unguarded: a program shows a secret, not a company';
create index on signin.api_key (company_id, account_id);
