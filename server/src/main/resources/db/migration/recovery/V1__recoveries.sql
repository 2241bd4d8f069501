-- One open at most for an account; which matter decides it, and from when its link may be made.
create table recovery.recovery (
  company_id uuid not null,
  account_id uuid not null,
  matter_id uuid not null,
  ready_at timestamptz,
  primary key (company_id, account_id)
);
