-- One hand-over a deal, at the seller; what is proven of it carries its time.
create table handover.handover (
  company_id uuid not null,
  deal_id uuid not null,
  recipient text not null,
  buyer_trust text not null,
  registered_at timestamptz not null,
  proven_at timestamptz,
  first_confirmer text,
  confirmed_at timestamptz,
  manifest_sha256 text,
  released_at timestamptz,
  receipt_sha256 text,
  receipt_at timestamptz,
  rekeyed_at timestamptz,
  destroyed_at timestamptz,
  primary key (company_id, deal_id)
);

-- One a deal, at the buyer: the tree that the package is taken into, and when everybody of it was re-keyed and the
-- receiving key erased.
create table handover.taking_over (
  company_id uuid not null,
  deal_id uuid not null,
  tree_id uuid,
  rekeyed_at timestamptz,
  primary key (company_id, deal_id)
);
