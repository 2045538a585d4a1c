-- Actors that were found to be another one: the id of each leads to that one's.
create table redirect (
  record_id varchar(200) primary key,
  -- Is no record_id itself.
  target_id varchar(200) not null references record
);
create index redirect_target on redirect (target_id);
