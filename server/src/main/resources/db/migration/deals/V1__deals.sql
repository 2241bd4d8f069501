-- A deal belongs to its seller.
create table deals.deal (
  company_id uuid not null,
  deal_id uuid not null,
  type text not null,
  asset_mode text not null,
  code_name text not null,
  buyer_id uuid,
  exclude_objectors boolean not null,
  exclude_unnotified boolean not null,
  details_change boolean not null,
  objection_days integer not null,
  notice_days integer not null,
  stage text not null,
  stage_since timestamptz not null,
  opened_at timestamptz not null,
  opened_by text not null,
  overrides integer not null default 0,
  control_changed_at timestamptz,
  primary key (company_id, deal_id)
);

-- How each gate stood when the deal passed it.
create table deals.passage (
  company_id uuid not null,
  deal_id uuid not null,
  gate text not null,
  stage text not null,
  state text not null,
  overridden boolean not null,
  matter_id uuid not null,
  at timestamptz not null,
  primary key (company_id, deal_id, gate)
);
