-- How an answer was given, and to which notice.
alter table consent.event
  add column event_id uuid not null default gen_random_uuid(),
  add column said_at timestamptz, -- when it was said, if that was before it was recorded
  add column notice integer not null default 0, -- number of the purpose's notice; 0 for none
  add column language text not null default '',
  add column served text not null default '', -- id of the notice as it was served to the person
  add column expression text not null default 'expressed',
  add column separate boolean not null default false,
  add column surface text not null default 'staff',
  add column speaker text not null default 'person';

-- What people are asked to consent to, version by version; never changed. It counts from its place in the order of answers.
create table consent.notice (
  company_id uuid not null,
  purpose text not null,
  version integer not null,
  seq bigint not null default nextval('consent.recorded'),
  zh text not null,
  zh_sha256 text not null,
  en text not null,
  en_sha256 text not null,
  meaning_changed boolean not null, -- answers to older versions are invalid from here on
  at timestamptz not null,
  published_by text not null,
  primary key (company_id, purpose, version)
);
