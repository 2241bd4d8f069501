create table keys.house (
  name text primary key,
  root_id bytea not null
);
comment on table keys.house is 'unguarded: one row, the public name of this house and the id of its root';

create table keys.tree (
  company_id uuid not null,
  tree_id uuid not null,
  root_id bytea not null,
  version bigint not null,
  epoch bigint not null,
  primary key (company_id, tree_id)
);

-- Apart from the tree's state, so that taking leaves never waits for a writer of the tree.
create table keys.leaves (
  company_id uuid not null,
  tree_id uuid not null,
  next_leaf int not null,
  primary key (company_id, tree_id)
);

create table keys.page (
  company_id uuid not null,
  tree_id uuid not null,
  level smallint not null,
  number int not null,
  suite smallint not null,
  page_key bytea not null,
  version bigint not null,
  sealed bytea not null,
  primary key (company_id, tree_id, level, number)
);
-- Ciphertext does not shrink; out of line it lies four chunks to a page, in line one page would hold one row.
alter table keys.page alter column sealed set storage external;
