-- Numbers events and imports in the order in which they are recorded, whatever the clock says.
create sequence consent.recorded;

-- What people said, in the order in which it was recorded; never changed. The present answer is derived.
create table consent.event (
  company_id uuid not null,
  person_id uuid not null,
  seq bigint not null default nextval('consent.recorded'),
  purpose text not null, -- '.guardian' for the consent of a guardian
  answer text not null,
  at timestamptz not null,
  valid_until timestamptz,
  said_by text not null,
  method text not null,
  provenance text not null,
  primary key (company_id, person_id, seq)
);

-- Answers that came with a file or a package: one row a person, which counts from when its import began.
create table consent.source (
  company_id uuid not null,
  import_id uuid not null,
  seq bigint not null default nextval('consent.recorded'),
  at timestamptz not null,
  opened_by text not null,
  provenance text not null,
  primary key (company_id, import_id)
);

create table consent.imported (
  company_id uuid not null,
  person_id uuid not null,
  import_id uuid not null,
  answers text not null, -- 'marketing=G2026-12-25T08:00:00Z profiling=R': G given (until then), R refused, W withdrawn, E expired
  primary key (company_id, person_id, import_id)
);
