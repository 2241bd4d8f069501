-- Copies of customers in clear form outside the vault: who asked for which and why, who holds it where and until when,
-- and what became of it. No value of a person, and no passphrase.
create table leaving.copy (
  company_id uuid not null,
  id uuid not null,
  holder uuid not null,
  matter_id uuid not null,
  state text not null,
  purposes text not null,
  why text not null,
  case_no text not null,
  place text not null,
  until_day date not null,
  asked_at timestamptz not null,
  people bigint not null,
  ready_at timestamptz,
  expires_at timestamptz,
  taken_at timestamptz,
  destroyed_at timestamptz,
  problem text not null,
  primary key (company_id, id)
);
