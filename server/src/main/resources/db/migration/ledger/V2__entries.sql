-- By what a numbered line is found: written when it gets its number, so that no act waits for these indexes. What is
-- missing here is made up for when the log is compared at the start.
create table ledger.entry (
  company_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  act text not null,
  who text not null,
  deal text not null,
  primary key (company_id, number)
);
create index entry_time on ledger.entry (company_id, at, number);
create index entry_act on ledger.entry (company_id, act, at, number);
create index entry_who on ledger.entry (company_id, who, at, number);
create index entry_deal on ledger.entry (company_id, deal, at, number) where deal <> '';
