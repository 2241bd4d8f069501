create table standing.hold (
  company_id uuid not null,
  hold_id uuid not null,
  kind text not null,
  subject text not null,
  effect text not null,
  reason text not null,
  source text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  until timestamptz,
  lifted_by text,
  lifted_at timestamptz,
  primary key (company_id, hold_id)
);
create index hold_subject on standing.hold (company_id, kind, subject) where lifted_at is null;
