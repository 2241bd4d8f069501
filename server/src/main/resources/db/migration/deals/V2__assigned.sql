-- Who may know of a deal at all.
create table deals.assigned (
  company_id uuid not null,
  deal_id uuid not null,
  account_id uuid not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  primary key (company_id, account_id, deal_id)
);
create index on deals.assigned (company_id, deal_id);
