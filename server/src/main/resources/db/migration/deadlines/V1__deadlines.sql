-- What has to be done by when. Terms as in docs/formats/calendar.md.
create table deadlines.deadline (
  company_id uuid not null,
  deadline_id uuid not null,
  subject text not null, -- kind and id
  regime text not null,
  origin text not null,
  term text not null,
  grace text not null,
  started_at timestamptz not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  escalate_at timestamptz not null,
  left_to_warning text, -- while it pauses
  left_to_end text,
  state text not null,
  step text not null, -- the last that was taken
  next_at timestamptz, -- when the next step is due; null: none will be
  ended_at timestamptz,
  primary key (company_id, deadline_id)
);
create index deadline_subject on deadlines.deadline (company_id, subject);
create index deadline_next on deadlines.deadline (company_id, next_at) where state = 'RUNNING' and next_at is not null;
