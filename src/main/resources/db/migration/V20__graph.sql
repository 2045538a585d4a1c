-- The ids of records in other data sets. Not called value, which is a keyword.
create table identifier (
  record_id varchar(200) not null references record,
  ordinal   integer not null,
  scheme    varchar(30) not null,
  notation  varchar(300) not null,
  url       varchar(4000),
  primary key (record_id, ordinal)
);
create index identifier_notation on identifier (notation, scheme, record_id);
-- Several authors of a source.
alter table source add authors varchar(4000) array default cast(array[] as varchar(4000) array) not null;
update source set authors = array[author] where author is not null;
alter table source drop column author;
-- The positions that a statement carries: the reverse of position_taken.statement_ids, which has the order.
create table position_statement (
  position_id  varchar(200) not null references position_taken,
  statement_id varchar(200) not null references statement,
  primary key (position_id, statement_id)
);
create index position_of_statement on position_statement (statement_id, position_id);
-- What is said of an actor, in the order of time. H2 needs the older index of the same column for the foreign key.
create index statement_of_target on statement (target_id, oldest_first, id);
