-- The gateway that short messages to customers go out by.
create table messages.gateway (
  company_id uuid primary key,
  gateway_id uuid not null,
  url text not null,
  sender text not null,
  secret bytea not null -- sealed
);
create table messages.gateway_owner (
  gateway_id uuid primary key,
  company_id uuid not null
);
comment on table messages.gateway_owner is 'unguarded: a gateway that reports names itself, not a company';

-- Reports of the last hour, so that none counts twice.
create table messages.report (
  company_id uuid not null,
  nonce text not null,
  at timestamptz not null,
  primary key (company_id, nonce)
);
