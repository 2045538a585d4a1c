-- How much each source contributes is kept beside the facts: counting all facts at each question took seconds in a large record. The
-- record is loaded anew, so that no row need be kept.

-- How many origins support the record, as in the table record.
delete from fact;
alter table fact add column origins integer not null;

-- How many records of each kind a source supports, and how many of them no other origin supports.
create table coverage (
  source_id varchar(200) not null references source,
  kind      varchar(20) not null,
  facts     integer not null,
  sole      integer not null,
  primary key (source_id, kind)
);

-- How many records of each kind there are (ACTOR 200 SOURCE 30000): operations cost by that.
alter table seed_load add column counts varchar(4000) default '' not null;
