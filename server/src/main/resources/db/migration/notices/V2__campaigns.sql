-- How a notice goes out: to whom, by which channels in which order, how many a minute; and whether it was given up.
alter table notices.campaign add column unanswered boolean not null default false;
alter table notices.campaign add column consenting text;
alter table notices.campaign add column language text;
alter table notices.campaign add column channels text not null default 'MAIL SMS HAND';
alter table notices.campaign add column per_minute integer not null default 0;
alter table notices.campaign add column cancelled_at timestamptz;

-- Counts, each in a few rows so that people who answer at one moment do not wait for each other.
create table notices.tally (
  company_id uuid not null,
  campaign_id uuid not null,
  what smallint not null, -- a delivery of notices.told, or 100 and its answer
  shard smallint not null,
  people bigint not null,
  primary key (company_id, campaign_id, what, shard)
);
insert into notices.tally select company_id, campaign_id, 3, 0, delivered from notices.campaign;
insert into notices.tally select company_id, campaign_id, 4, 0, undeliverable from notices.campaign;
insert into notices.tally select company_id, campaign_id, 101, 0, consented from notices.campaign;
insert into notices.tally select company_id, campaign_id, 102, 0, objected from notices.campaign;
alter table notices.campaign drop column planned, drop column sent, drop column delivered,
  drop column undeliverable, drop column consented, drop column objected;

-- told.delivery: 0 none 1 planned 2 sent 3 delivered 4 undeliverable 5 being sent 6 in doubt 7 bounced 8 opened 9 read
-- 10 by hand
create index told_open on notices.told (company_id, campaign_id, delivery) where delivery in (1, 4, 5, 6, 7, 10);

-- Every attempt to reach one person by one channel, with its proof. The address is there as a keyed hash alone.
create table notices.attempt (
  company_id uuid not null,
  person_id uuid not null,
  campaign_id uuid not null,
  channel text not null,
  outcome smallint not null, -- as told.delivery
  tag bytea not null,
  reference_sha256 bytea not null,
  code text not null, -- what the other side answered, a number or a code
  at timestamptz not null,
  primary key (company_id, person_id, campaign_id, channel)
);
create unique index attempt_reference on notices.attempt (company_id, reference_sha256);

-- What the last dry run of a campaign found: people by channel, and by the reason why there is none.
create table notices.rehearsal (
  company_id uuid not null,
  campaign_id uuid not null,
  what text not null,
  people bigint not null,
  at timestamptz not null,
  primary key (company_id, campaign_id, what)
);

create table notices.link (
  token_sha256 bytea primary key,
  company_id uuid not null,
  person_id uuid not null,
  campaign_id uuid not null,
  ends_at timestamptz not null
);
comment on table notices.link is 'unguarded: who has the link of a notice shows a secret, not a company';
create index link_person on notices.link (company_id, person_id);
