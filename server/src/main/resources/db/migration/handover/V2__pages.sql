-- The riddle that proves the buyer's possession: its answer, until when it may be given.
alter table handover.handover add column riddle_answer bytea, add column riddle_until timestamptz;

-- The key for a deal is drawn before anything of it comes.
alter table handover.taking_over add column drawn_at timestamptz;

-- The signed papers of a deal, as they were given.
create table handover.paper (
  company_id uuid not null,
  deal_id uuid not null,
  kind text not null,
  file bytea not null,
  kept_at timestamptz not null,
  primary key (company_id, deal_id, kind)
);

-- A package that two people released, for a buyer on the same installation.
create table handover.released (
  deal_id uuid primary key,
  buyer_id uuid not null,
  folder text not null,
  released_at timestamptz not null
);
comment on table handover.released is 'unguarded: tells a buyer, who is another company, that a package for it is here';
create index on handover.released (buyer_id);
