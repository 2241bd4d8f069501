-- A notice about a transfer, its text bound by hash, and how far it has come. The counts run with the deliveries.
create table notices.campaign (
  company_id uuid not null,
  campaign_id uuid not null,
  deal_id uuid not null,
  path text not null,
  answer_until timestamptz not null,
  zh text not null,
  zh_sha256 text not null,
  en text not null,
  en_sha256 text not null,
  author text not null,
  drafted_at timestamptz not null,
  approver text,
  released_at timestamptz,
  finished_at timestamptz,
  settled_as text,
  settled_by text,
  settled_at timestamptz,
  planned bigint not null default 0,
  sent bigint not null default 0,
  delivered bigint not null default 0,
  undeliverable bigint not null default 0,
  consented bigint not null default 0,
  objected bigint not null default 0,
  primary key (company_id, campaign_id)
);
create index campaign_deal on notices.campaign (company_id, deal_id);

-- Numbers answers in the order in which they are recorded, whatever the clock says.
create sequence notices.answered;

-- How one person was told, and what the person answered last to this notice.
create table notices.told (
  company_id uuid not null,
  person_id uuid not null,
  campaign_id uuid not null,
  delivery smallint not null, -- 0 none 1 planned 2 sent 3 delivered 4 undeliverable
  answer smallint not null default 0, -- 0 none 1 consented 2 objected
  answered bigint not null default 0, -- the number of that answer
  at timestamptz not null,
  method text not null,
  primary key (company_id, person_id, campaign_id)
);

-- Every answer ever given, in order; never changed.
create table notices.answer (
  company_id uuid not null,
  person_id uuid not null,
  campaign_id uuid not null,
  answered bigint not null,
  answer smallint not null,
  at timestamptz not null,
  method text not null,
  recorded_by text not null,
  primary key (company_id, person_id, campaign_id, answered)
);
