-- The state of the files that the record was loaded from, as a hash of their names, sizes, times and inodes: a start does not read files
-- that have not been written since. Null if that is not known.
alter table seed_load add column state varchar(64);

-- The word index has more rows than all other tables together. Without a reference to the record, and the index that H2 makes for each
-- reference, it is a quarter smaller and loaded faster. Entries are found by the words of a record. The record is loaded anew, so that no
-- row need be kept.
drop table word;
create table word (
  token        varchar(100) not null,
  kind         varchar(20) not null,
  record_id    varchar(200) not null,
  weight       integer not null,
  oldest_first bigint not null,
  newest_first bigint not null,
  forms        varchar(4000),
  primary key (token, kind, oldest_first, record_id)
);
create index word_newest on word (token, kind, newest_first, record_id);
