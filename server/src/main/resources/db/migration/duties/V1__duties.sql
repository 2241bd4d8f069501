-- What must be done again and again.
create table duties.obligation (
  company_id uuid not null,
  obligation_id uuid not null,
  kind text not null,
  part smallint not null,
  subject_kind text not null,
  subject text not null,
  responsible uuid[] not null,
  accountable uuid not null,
  schedule text not null, -- 2026-01-31, R/2026-01-31/P1M or A/2026-01-31/P1Y
  term text not null, -- docs/formats/calendar.md
  form text not null,
  held_kind text,
  held text,
  held_reason text,
  begun_at timestamptz not null,
  begun_by text not null,
  ended_at timestamptz,
  planned_until date, -- every duty up to this day is there
  primary key (company_id, obligation_id)
);

-- One time of it; planning twice makes it once.
create table duties.duty (
  company_id uuid not null,
  obligation_id uuid not null,
  assignee uuid not null,
  day date not null,
  duty_id uuid not null,
  state text not null,
  done_at timestamptz,
  done_on date,
  form text,
  reference text,
  hold_id uuid, -- while it is overdue
  primary key (company_id, obligation_id, assignee, day)
);
create unique index duty_id on duties.duty (company_id, duty_id);
create index duty_mine on duties.duty (company_id, assignee, day) where state = 'OPEN';
