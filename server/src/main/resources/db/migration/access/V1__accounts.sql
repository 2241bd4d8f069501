create table access.company (
  company_id uuid primary key,
  name text not null,
  kind text not null,
  enrolled_at timestamptz not null
);

-- The handle is a work name; the person's own name is sealed elsewhere.
create table access.account (
  company_id uuid not null,
  account_id uuid not null,
  handle text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, account_id),
  unique (company_id, handle)
);

create table access.role (
  company_id uuid not null,
  account_id uuid not null,
  role text not null,
  proposed_by uuid not null check (proposed_by <> account_id),
  proposed_at timestamptz not null,
  confirmed_by uuid check (confirmed_by <> account_id),
  confirmed_at timestamptz,
  primary key (company_id, account_id, role),
  -- only the founding of a company, written as the account of no one, gives a role without a second person
  check (proposed_by <> confirmed_by or proposed_by = '00000000-0000-0000-0000-000000000000')
);
