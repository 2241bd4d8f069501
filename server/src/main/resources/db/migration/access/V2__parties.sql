-- Everybody a company deals with at work. Name and mail address are sealed.
create table access.party (
  company_id uuid not null,
  party_id uuid not null,
  kind text not null,
  name bytea,
  mail bytea,
  under uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, party_id),
  foreign key (company_id, under) references access.party,
  check (under <> party_id)
);

create table access.membership (
  company_id uuid not null,
  membership_id uuid not null,
  member uuid not null,
  of uuid not null,
  title text not null,
  from_day date not null,
  until_day date,
  primary key (company_id, membership_id),
  foreign key (company_id, member) references access.party,
  foreign key (company_id, of) references access.party,
  check (member <> of),
  check (until_day >= from_day)
);
create index on access.membership (company_id, of);

-- Each account belongs to a person.
alter table access.account add column party_id uuid;
insert into access.party (company_id, party_id, kind, added_at)
  select company_id, account_id, 'PERSON', added_at from access.account;
update access.account set party_id = account_id;
alter table access.account alter column party_id set not null;
alter table access.account add foreign key (company_id, party_id) references access.party;
create unique index on access.account (company_id, party_id) where ended_at is null;
