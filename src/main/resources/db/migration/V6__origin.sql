-- Where a record comes from, and what its derived rows are made from when only some of them are made anew.

-- Whether a seed brought the record: only such records are replaced when a seed is loaded. Until now every record was one.
alter table record add column from_seed boolean default true not null;
alter table record alter column from_seed set default false;

-- The recorded spellings of names, word by word: tokens that search takes for one another.
create table spelling (
  record_id varchar(200) not null references record,
  ordinal   integer not null,
  token     varchar(100) not null,
  other     varchar(100) not null,
  primary key (record_id, ordinal)
);

-- How many records hold the word, or another form of it; 0: none, and a recorded spelling needs the row.
alter table term add column uses integer default 0 not null;
