-- A place that events are sent to is a cursor over the company's ledger.
create table webhooks.hook (
  company_id uuid not null,
  hook_id uuid not null,
  url text not null,
  acts text[] not null,
  secret bytea not null,
  next_number bigint not null,
  failures int not null default 0,
  due_at timestamptz not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (company_id, hook_id)
);

create table webhooks.delivery (
  company_id uuid not null,
  hook_id uuid not null,
  delivery_id uuid not null,
  at timestamptz not null,
  first_number bigint not null,
  events int not null,
  outcome text not null, -- the status of the answer, or a code
  primary key (company_id, hook_id, delivery_id)
);
