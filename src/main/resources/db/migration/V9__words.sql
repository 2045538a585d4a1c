-- Lists that show the newest first read the index of the oldest first from its end, and the undated records apart: neither columns nor
-- indexes for that direction are needed. Among records of one time, that with the last id now comes first.

drop index source_newest;
drop index fact_newest;
drop index round_newest;
drop index round_of_negotiation_newest;
drop index participation_newest;
drop index statement_newest;
drop index statement_of_round_newest;
drop index statement_speaker_newest;
drop index statement_issue_newest;
drop index incident_newest;
drop index incident_actor_newest;
drop index incident_round_newest;
drop index figure_newest;
drop index figure_of_claimant_newest;
drop index agreement_newest;
drop index agreement_of_negotiation_newest;
drop index agreement_of_round_newest;
drop index agreement_actor_newest;
alter table record drop column newest_first;
alter table source drop column newest_first;
alter table fact drop column newest_first;
alter table round drop column newest_first;
alter table participation drop column newest_first;
alter table session drop column newest_first;
alter table statement drop column newest_first;
alter table statement_speaker drop column newest_first;
alter table statement_issue drop column newest_first;
alter table incident drop column newest_first;
alter table incident_actor drop column newest_first;
alter table incident_round drop column newest_first;
alter table figure drop column newest_first;
alter table event drop column newest_first;
alter table event_actor drop column newest_first;
alter table agreement drop column newest_first;
alter table agreement_actor drop column newest_first;

-- The word index has more rows than all other tables together, and a row was three texts, in three trees. Now it is three numbers, in
-- one: a table whose key is a bigint has no other index in H2. The record is loaded anew, so that no row need be kept.

-- The tokens of the index. They are in no order.
create table token (
  number integer primary key,
  text   varchar(100) not null unique
);
-- The records, sorted by kind, time and id: Ordinals. The ordinals have gaps for records that are added later.
create table record_order (
  ordinal   bigint primary key,
  record_id varchar(200) not null unique
);
drop table word;
create table word (
  -- The number of the token times 2^38, and the ordinal of the record.
  entry  bigint primary key,
  weight integer not null,
  -- Which forms of the token the record has: bit n for the variant n.
  forms  integer not null
);
delete from term;
-- Numbers the forms of one stem. From 31 on they are not told apart.
alter table term add column variant integer default 31 not null;
