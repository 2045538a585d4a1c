-- The history of a record that people change. All of it stays empty where nobody may.

-- The changes, one row each. Number 0 is the record before the first of them, and has no row.
create table change (
  number     bigint primary key,
  made_at    timestamp(3) with time zone not null,
  made_by    varchar(100) not null,
  kind       varchar(20) not null,
  summary    varchar(4000) not null,
  -- The client's idempotency key; null if it gave none.
  client_key varchar(200),
  -- SHA-256 of what the client sent.
  request    varchar(64),
  -- Tells the record after this change from every other.
  digest     varchar(64) not null,
  constraint change_once unique (made_by, client_key)
);
create index change_by_time on change (made_at, number);

-- The row of each record, in the format of a seed, after each change that touched it. A revision outlives its record.
create table revision (
  record_id     varchar(200) not null,
  -- 0: as it was before the first change.
  change_number bigint not null,
  ordinal       integer not null,
  action        varchar(20) not null,
  -- JSON; null where the record is gone.
  body          varchar(1000000),
  primary key (record_id, change_number)
);
create index revision_of_change on revision (change_number, ordinal);

-- Which records the row of a record names.
create table reference (
  target_id varchar(200) not null,
  record_id varchar(200) not null,
  primary key (target_id, record_id)
);
create index reference_from on reference (record_id);

alter table record add column last_change bigint default 0 not null;

-- The number of the last change in the database.
alter table seed_load add column change_number bigint default 0 not null;
-- The digest of the record before the first change; null while nobody has made one.
alter table seed_load add column base varchar(64);
