-- Matters of customers and of the house.
create table cases.case_file (
  company_id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text not null, -- what the customer has
  secret_sha256 bytea not null,
  person_id uuid,
  channel text not null,
  detail text not null,
  state text not null,
  reason text not null,
  owner uuid,
  against uuid,
  opened_at timestamptz not null,
  moved_at timestamptz not null,
  ended boolean not null,
  primary key (company_id, case_id)
);
create unique index case_number on cases.case_file (company_id, number);
create index case_open on cases.case_file (company_id, kind, case_id) where not ended;
create index case_person on cases.case_file (company_id, person_id) where person_id is not null;

-- What was said in them, in order; each text sealed for the person, or for the company while nobody knows whom it is
-- about. Never changed.
create table cases.entry (
  company_id uuid not null,
  case_id uuid not null,
  entry_id uuid not null,
  seq bigint generated always as identity,
  channel text not null,
  direction text not null,
  who text not null,
  at timestamptz not null,
  papers uuid[] not null,
  person_id uuid, -- for whom it is sealed
  body bytea not null,
  primary key (company_id, case_id, entry_id)
);

-- Every move, in order; never changed.
create table cases.move (
  company_id uuid not null,
  case_id uuid not null,
  seq bigint generated always as identity,
  from_state text not null,
  to_state text not null,
  reason text not null,
  who text not null,
  at timestamptz not null,
  primary key (company_id, case_id, seq)
);
