-- One destruction of everything after a deal, written in the transaction of the erasure: what its certificate is made
-- from, also by a server that starts again.
create table retention.destruction (
  company_id uuid not null,
  deal_id uuid not null,
  decision text not null,
  performed_by text not null,
  people_before bigint not null,
  held bigint not null,
  at timestamptz not null,
  primary key (company_id, deal_id)
);

create table retention.kept (
  company_id uuid not null,
  deal_id uuid not null,
  rule text not null,
  until date not null,
  people bigint not null,
  primary key (company_id, deal_id, rule, until)
);

-- The salted commitments to everybody destroyed, 32 bytes each, up to 10,000 a row.
create table retention.committed (
  company_id uuid not null,
  deal_id uuid not null,
  number int not null,
  commitments bytea not null,
  primary key (company_id, deal_id, number)
);
