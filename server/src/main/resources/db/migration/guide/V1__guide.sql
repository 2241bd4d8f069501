-- The firms that an operator founded, with the accounts of their two first people.
create table guide.founded (
  company_id uuid not null, -- the operator
  client_id uuid not null,
  name text not null,
  administrator uuid not null,
  second uuid not null,
  founded_at timestamptz not null,
  primary key (company_id, client_id)
);

-- What the six questions were answered with, for the transfer that was opened by them.
create table guide.answers (
  company_id uuid not null,
  deal_id uuid not null,
  customers bigint not null,
  second uuid not null,
  copies text[] not null,
  channels text[] not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (company_id, deal_id)
);
