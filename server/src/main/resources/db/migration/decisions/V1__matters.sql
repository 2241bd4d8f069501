create table decisions.matter (
  company_id uuid not null,
  matter_id uuid not null,
  kind text not null,
  subject text not null,
  content_hash text not null,
  needed int not null check (needed between 1 and 9),
  role text not null,
  author uuid not null,
  opened_at timestamptz not null,
  state text not null,
  closed_at timestamptz,
  primary key (company_id, matter_id)
);

create table decisions.vote (
  company_id uuid not null,
  matter_id uuid not null,
  account_id uuid not null,
  ballot text not null,
  reason text not null,
  cast_at timestamptz not null,
  primary key (company_id, matter_id, account_id)
);
