create table signin.elsewhere (
  subject bytea primary key,
  link_id uuid not null unique,
  company_id uuid not null,
  account_id uuid not null,
  added_at timestamptz not null
);
comment on table signin.elsewhere is 'unguarded: another house says who signs in, not for which company';
create index on signin.elsewhere (company_id, account_id);

create table signin.elsewhere_question (
  state_sha256 bytea primary key,
  browser_sha256 bytea not null,
  nonce text not null,
  verifier text not null,
  company_id uuid,
  account_id uuid,
  ends_at timestamptz not null
);
comment on table signin.elsewhere_question is 'unguarded: asked before anybody said who they are';
create index on signin.elsewhere_question (ends_at);

alter table signin.half add column first text not null default 'PASSWORD';
