-- The record of a negotiation. Standard SQL that H2 and PostgreSQL both take.
--
-- Ids are the graph's own (`actor/rustem-umerov`). Two columns carry the order of time wherever a list is read in it:
--   oldest_first  milliseconds since 1970-01-01T00:00Z of the instant, or of the day's start; undated: 2^63-1
--   newest_first  the same, negated; undated: 2^63-1
-- so that undated records come last in either direction and each direction is one walk along one index.
-- Link tables repeat them, so that "the last five statements of this actor" reads six entries of one index.

create table record (
  id            varchar(200) primary key,
  kind          varchar(20) not null,
  oldest_first  bigint not null,
  newest_first  bigint not null,
  sources       integer not null,
  origins       integer not null
);

create table source (
  id               varchar(200) primary key,
  title            varchar(4000),
  label            varchar(4000) not null,
  outlet           varchar(4000),
  published_on     date,
  date_basis       varchar(40) not null,
  published_after  date,
  published_before date,
  date_note        varchar(4000),
  language         varchar(4000) not null,
  agencies         varchar(4000) array not null,
  dateline         varchar(4000),
  origin           varchar(4000) not null,
  origin_note      varchar(4000),
  document         varchar(4000),
  note             varchar(4000),
  oldest_first     bigint not null,
  newest_first     bigint not null
);
create index source_oldest on source (oldest_first, id);
create index source_newest on source (newest_first, id);

-- What a record, or a part of one (a planned date, a participation), rests on.
create table citation (
  record_id varchar(300) not null,
  ordinal   integer not null,
  source_id varchar(200) not null references source,
  locator   varchar(4000) not null,
  note      varchar(4000),
  primary key (record_id, ordinal)
);

-- Which whole records a source supports: the read path of Source.facts and of coverage.
create table fact (
  source_id    varchar(200) not null references source,
  record_id    varchar(200) not null references record,
  kind         varchar(20) not null,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (source_id, oldest_first, record_id)
);
create index fact_newest on fact (source_id, newest_first, record_id);

create table place (
  id               varchar(200) primary key,
  name             varchar(4000) not null,
  kind             varchar(20) not null,
  country_code     varchar(2),
  within_id        varchar(200),
  latitude         double precision,
  longitude        double precision,
  precision_level  varchar(20),
  coordinates_note varchar(4000)
);
create table place_name (
  place_id   varchar(200) not null references place,
  ordinal    integer not null,
  text       varchar(4000) not null,
  language   varchar(4000),
  spelling   boolean not null,
  source_ids varchar(200) array not null,
  primary key (place_id, ordinal)
);

create table actor (
  id           varchar(200) primary key,
  name         varchar(4000) not null,
  name_key     varchar(4000) not null,
  kind         varchar(20) not null,
  description  varchar(4000) not null,
  country_code varchar(2),
  side_id      varchar(200)
);
create index actor_by_name on actor (name_key, id);
create table actor_name (
  actor_id   varchar(200) not null references actor,
  ordinal    integer not null,
  text       varchar(4000) not null,
  language   varchar(4000),
  spelling   boolean not null,
  source_ids varchar(200) array not null,
  primary key (actor_id, ordinal)
);
create table affiliation (
  id              varchar(300) primary key,
  ordinal         integer not null,
  person_id       varchar(200) not null references actor,
  organization_id varchar(200) not null references actor,
  title           varchar(4000),
  from_date       date,
  to_date         date
);
create index affiliation_person on affiliation (person_id, ordinal);
create index affiliation_organization on affiliation (organization_id, person_id, ordinal);

create table issue (
  id          varchar(200) primary key,
  name        varchar(4000) not null,
  name_key    varchar(4000) not null,
  description varchar(4000) not null
);
create index issue_by_name on issue (name_key, id);

create table negotiation (
  id       varchar(200) primary key,
  title    varchar(4000) not null,
  name_key varchar(4000) not null,
  summary  varchar(4000) not null
);
create index negotiation_by_title on negotiation (name_key, id);
create table negotiation_role (
  id             varchar(300) primary key,
  ordinal        integer not null,
  negotiation_id varchar(200) not null references negotiation,
  actor_id       varchar(200) not null references actor,
  role           varchar(20) not null,
  note           varchar(4000)
);
create index negotiation_role_of on negotiation_role (negotiation_id, ordinal);
create table negotiation_issue (
  negotiation_id varchar(200) not null references negotiation,
  ordinal        integer not null,
  issue_id       varchar(200) not null references issue,
  primary key (negotiation_id, ordinal)
);

create table round (
  id             varchar(200) primary key,
  negotiation_id varchar(200) references negotiation,
  ordinal        integer,
  title          varchar(4000) not null,
  status         varchar(20) not null,
  start_date     date,
  end_date       date,
  edtf           varchar(40),
  date_basis     varchar(40) not null,
  date_note      varchar(4000),
  venue_id       varchar(200) references place,
  format         varchar(4000),
  agenda         varchar(4000) array not null,
  note           varchar(4000),
  previous_id    varchar(200),
  next_id        varchar(200),
  oldest_first   bigint not null,
  newest_first   bigint not null
);
create index round_oldest on round (oldest_first, id);
create index round_newest on round (newest_first, id);
create index round_of_negotiation_oldest on round (negotiation_id, oldest_first, id);
create index round_of_negotiation_newest on round (negotiation_id, newest_first, id);
create table planned_date (
  id           varchar(300) primary key,
  ordinal      integer not null,
  round_id     varchar(200) not null references round,
  planned_date date not null,
  stated_by_id varchar(200) references actor,
  date_basis   varchar(40) not null,
  note         varchar(4000)
);
create index planned_date_of on planned_date (round_id, ordinal);
create table participation (
  id           varchar(300) primary key,
  ordinal      integer not null,
  round_id     varchar(200) not null references round,
  actor_id     varchar(200) not null references actor,
  side_id      varchar(200) references actor,
  role         varchar(20) not null,
  presence     varchar(20) not null,
  note         varchar(4000),
  oldest_first bigint not null,
  newest_first bigint not null
);
create index participation_of on participation (round_id, ordinal);
create index participation_oldest on participation (actor_id, oldest_first, round_id);
create index participation_newest on participation (actor_id, newest_first, round_id);
create table session (
  id                   varchar(200) primary key,
  ordinal              integer not null,
  round_id             varchar(200) not null references round,
  title                varchar(4000) not null,
  start_date           date,
  date_basis           varchar(40) not null,
  date_note            varchar(4000),
  duration             varchar(40),
  duration_approximate boolean,
  format               varchar(4000),
  result               varchar(4000),
  oldest_first         bigint not null,
  newest_first         bigint not null
);
create index session_of on session (round_id, ordinal);
create table outcome (
  id                varchar(200) primary key,
  ordinal           integer not null,
  round_id          varchar(200) not null references round,
  kind              varchar(40) not null,
  summary           varchar(4000) not null,
  quantity_per_side integer,
  status            varchar(20) not null,
  note              varchar(4000)
);
create index outcome_of on outcome (round_id, ordinal);

create table statement (
  id           varchar(200) primary key,
  title        varchar(1000000) not null,
  kind         varchar(20) not null,
  quote        varchar(4000),
  summary      varchar(4000) not null,
  said_on      date,
  said_at      timestamp(3) with time zone,
  edtf         varchar(40),
  date_basis   varchar(40) not null,
  date_note    varchar(4000),
  channel      varchar(4000),
  place_id     varchar(200) references place,
  round_id     varchar(200) references round,
  stance       varchar(20) not null,
  target_id    varchar(200) references actor,
  note         varchar(4000),
  oldest_first bigint not null,
  newest_first bigint not null
);
create index statement_oldest on statement (oldest_first, id);
create index statement_newest on statement (newest_first, id);
create index statement_of_round_oldest on statement (round_id, oldest_first, id);
create index statement_of_round_newest on statement (round_id, newest_first, id);
create index statement_at_target on statement (target_id);
create table statement_speaker (
  statement_id varchar(200) not null references statement,
  ordinal      integer not null,
  actor_id     varchar(200) not null references actor,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (statement_id, ordinal)
);
create index statement_speaker_oldest on statement_speaker (actor_id, oldest_first, statement_id);
create index statement_speaker_newest on statement_speaker (actor_id, newest_first, statement_id);
create table statement_issue (
  statement_id varchar(200) not null references statement,
  ordinal      integer not null,
  issue_id     varchar(200) not null references issue,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (statement_id, ordinal)
);
create index statement_issue_oldest on statement_issue (issue_id, oldest_first, statement_id);
create index statement_issue_newest on statement_issue (issue_id, newest_first, statement_id);
create table rendering (
  statement_id varchar(200) not null references statement,
  ordinal      integer not null,
  source_id    varchar(200) not null references source,
  locator      varchar(4000) not null,
  is_verbatim  boolean not null,
  wording      varchar(4000) not null,
  primary key (statement_id, ordinal)
);

create table incident (
  id              varchar(200) primary key,
  title           varchar(4000) not null,
  summary         varchar(4000) not null,
  kind            varchar(40) not null,
  start_date      date,
  end_date        date,
  happened_at     timestamp(3) with time zone,
  edtf            varchar(40),
  date_basis      varchar(40) not null,
  date_note       varchar(4000),
  place_id        varchar(200) references place,
  target          varchar(4000),
  killed_low      integer,
  killed_best     integer,
  killed_high     integer,
  killed_wording  varchar(4000),
  injured_low     integer,
  injured_best    integer,
  injured_high    integer,
  injured_wording varchar(4000),
  effects         varchar(4000) array not null,
  note            varchar(4000),
  oldest_first    bigint not null,
  newest_first    bigint not null
);
create index incident_oldest on incident (oldest_first, id);
create index incident_newest on incident (newest_first, id);
create table attribution (
  id          varchar(300) primary key,
  ordinal     integer not null,
  incident_id varchar(200) not null references incident,
  blamed_id   varchar(200) references actor,
  by_id       varchar(200) references actor,
  disputed    boolean not null
);
create index attribution_of on attribution (incident_id, ordinal);
-- Every actor that an attribution of the incident names, blamed or blaming.
create table incident_actor (
  incident_id  varchar(200) not null references incident,
  actor_id     varchar(200) not null references actor,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (incident_id, actor_id)
);
create index incident_actor_oldest on incident_actor (actor_id, oldest_first, incident_id);
create index incident_actor_newest on incident_actor (actor_id, newest_first, incident_id);
-- When an incident happened as seen from a round: DURING it, or BEFORE it and after the round that came before.
create table incident_round (
  round_id     varchar(200) not null references round,
  relation     varchar(10) not null,
  incident_id  varchar(200) not null references incident,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (round_id, relation, incident_id)
);
create index incident_round_oldest on incident_round (round_id, relation, oldest_first, incident_id);
create index incident_round_newest on incident_round (round_id, relation, newest_first, incident_id);
create table weapon_count (
  incident_id varchar(200) not null references incident,
  ordinal     integer not null,
  kind        varchar(4000) not null,
  amount      integer,
  primary key (incident_id, ordinal)
);
create table incident_code (
  incident_id varchar(200) not null references incident,
  ordinal     integer not null,
  scheme      varchar(20) not null,
  code        varchar(4000) not null,
  label       varchar(4000) not null,
  primary key (incident_id, ordinal)
);

create table position_taken (
  id            varchar(200) primary key,
  actor_id      varchar(200) not null references actor,
  issue_id      varchar(200) not null references issue,
  stance        varchar(20) not null,
  summary       varchar(4000) not null,
  note          varchar(4000),
  statement_ids varchar(200) array not null
);
create index position_of_actor on position_taken (actor_id, id);
create index position_on_issue on position_taken (issue_id, id);
create table position_wording (
  position_id varchar(200) not null references position_taken,
  ordinal     integer not null,
  source_id   varchar(200) not null references source,
  locator     varchar(4000) not null,
  wording     varchar(4000) not null,
  primary key (position_id, ordinal)
);

create table figure (
  id            varchar(200) primary key,
  measure       varchar(4000) not null,
  label         varchar(4000) not null,
  amount        double precision,
  low           double precision,
  high          double precision,
  unit          varchar(4000) not null,
  qualifier     varchar(20),
  wording       varchar(4000) not null,
  scope         varchar(4000),
  claimed_by_id varchar(200) references actor,
  claimed_on    date,
  date_basis    varchar(40) not null,
  date_note     varchar(4000),
  about_id      varchar(200),
  note          varchar(4000),
  oldest_first  bigint not null,
  newest_first  bigint not null
);
create index figure_oldest on figure (oldest_first, id);
create index figure_newest on figure (newest_first, id);
create index figure_of_claimant_oldest on figure (claimed_by_id, oldest_first, id);
create index figure_of_claimant_newest on figure (claimed_by_id, newest_first, id);

create table disagreement (
  id       varchar(200) primary key,
  question varchar(4000) not null,
  name_key varchar(4000) not null,
  kind     varchar(20) not null,
  note     varchar(4000)
);
create index disagreement_by_question on disagreement (name_key, id);
create table version (
  id              varchar(300) primary key,
  ordinal         integer not null,
  disagreement_id varchar(200) not null references disagreement,
  reading         varchar(4000) not null,
  source_ids      varchar(200) array not null
);
create index version_of on version (disagreement_id, ordinal);
create table disagreement_about (
  disagreement_id varchar(200) not null references disagreement,
  ordinal         integer not null,
  record_id       varchar(200) not null references record,
  primary key (disagreement_id, ordinal)
);
create index disagreement_about_record on disagreement_about (record_id, disagreement_id);

create table assertion (
  id      varchar(200) primary key,
  summary varchar(4000) not null
);
create table assertion_issue (
  assertion_id varchar(200) not null references assertion,
  ordinal      integer not null,
  issue_id     varchar(200) not null references issue,
  primary key (assertion_id, ordinal)
);
create index assertion_issue_on on assertion_issue (issue_id, assertion_id);
create table assertion_about (
  assertion_id varchar(200) not null references assertion,
  ordinal      integer not null,
  record_id    varchar(200) not null references record,
  primary key (assertion_id, ordinal)
);
create index assertion_about_record on assertion_about (record_id, assertion_id);

-- Statements, incidents and rounds in one order of time.
create table event (
  id           varchar(200) primary key,
  kind         varchar(20) not null,
  start_date   date,
  end_date     date,
  oldest_first bigint not null,
  newest_first bigint not null
);
create index event_oldest on event (oldest_first, id);
create table event_actor (
  actor_id     varchar(200) not null references actor,
  event_id     varchar(200) not null references event,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (actor_id, event_id)
);
create index event_actor_oldest on event_actor (actor_id, oldest_first, event_id);

-- What can be searched of a record, in the order in which a snippet is looked for.
create table passage (
  record_id varchar(200) not null references record,
  ordinal   integer not null,
  weight    integer not null,
  text      varchar(4000) not null,
  primary key (record_id, ordinal)
);
-- The word index. A token is folded (lower case, no diacritics) and, where a spelling is recorded, replaced by its canonical form.
create table word (
  token        varchar(100) not null,
  kind         varchar(20) not null,
  record_id    varchar(200) not null references record,
  weight       integer not null,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (token, kind, oldest_first, record_id)
);
create index word_newest on word (token, kind, newest_first, record_id);
create table spelling (
  token     varchar(100) primary key,
  canonical varchar(100) not null
);

-- Which seed the record was loaded from: one row, or none before the first load.
create table seed_load (
  digest    varchar(64) primary key,
  records   integer not null,
  loaded_at timestamp(3) with time zone not null
);
