create table ledger.log (
  company_id uuid primary key
);
comment on table ledger.log is 'unguarded: says only which companies have a log, so that the sequencer finds them';

-- A line is written in the transaction of its act, without a number; the sequencer numbers what is committed.
create table ledger.line (
  company_id uuid not null,
  id uuid not null,
  bytes bytea not null,
  number bigint,
  primary key (company_id, id),
  unique (company_id, number)
);
create index line_waiting on ledger.line (company_id, id) where number is null;
