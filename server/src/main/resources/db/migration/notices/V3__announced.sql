create table notices.announced (
  campaign_id uuid primary key,
  company_id uuid not null
);
comment on table notices.announced is 'unguarded: everybody may read an announcement, whoever asks says no company';
