create table signin.invitation (
  token_sha256 bytea primary key,
  company_id uuid not null,
  account_id uuid not null,
  ends_at timestamptz not null,
  unique (company_id, account_id)
);
comment on table signin.invitation is 'unguarded: whoever was invited shows a secret, not a company';
