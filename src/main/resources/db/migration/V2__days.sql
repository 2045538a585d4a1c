-- Days of which a record knows more, or less, than one.
--
-- From here on oldest_first and newest_first go by the day, and by the instant within it:
--   oldest_first  180,000,000 times the days since 1970-01-01, of the first day on which the record was or may have been (or, if only
--                 the last is known, of that), and the milliseconds from the day's start in UTC+14 to the instant where it is known:
--                 a day has 50 hours from its start there to its end in UTC-12; undated: 2^63-1
--   newest_first  the same, negated; undated: 2^63-1
--
-- A record stands between two days, both inside:
--   earliest, latest  days since 1970-01-01; one bound that is known alone is both; undated: null
-- Ranges of days are held against these.

alter table source add column earliest integer;
alter table source add column latest integer;
alter table round add column earliest integer;
alter table round add column latest integer;
alter table session add column earliest integer;
alter table session add column latest integer;
alter table statement add column earliest integer;
alter table statement add column latest integer;
alter table statement add column not_before date;
alter table statement add column not_after date;
alter table incident add column earliest integer;
alter table incident add column latest integer;
alter table incident add column not_before date;
alter table incident add column not_after date;
alter table figure add column earliest integer;
alter table figure add column latest integer;
alter table event add column earliest integer;
alter table event add column latest integer;
alter table event drop column start_date;
alter table event drop column end_date;

-- The records whose earliest and latest day are not the same: a walk that begins with the first record of a range must not miss one
-- that begins before it and reaches into it.
create table span (
  record_id    varchar(200) primary key references record,
  kind         varchar(20) not null,
  latest       integer not null,
  oldest_first bigint not null
);
create index span_until on span (kind, latest, oldest_first);

-- The rounds that a source ties an incident to. DURING in incident_round are these too, beside those that its days tell.
create table incident_tie (
  incident_id varchar(200) not null references incident,
  ordinal     integer not null,
  round_id    varchar(200) not null references round,
  primary key (incident_id, ordinal)
);
create index incident_round_of on incident_round (incident_id, relation);
