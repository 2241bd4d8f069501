-- Until when an account may read many people at once, after it proved again who it is.
create table disclosure.unlock (
  company_id uuid not null,
  account_id uuid not null,
  ends_at timestamptz not null,
  primary key (company_id, account_id)
);

-- How many people an account has read that way, day by day.
create table disclosure.bulk_day (
  company_id uuid not null,
  account_id uuid not null,
  day date not null,
  people integer not null,
  primary key (company_id, account_id, day)
);
