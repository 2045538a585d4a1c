-- What was agreed: PA-X's and UCDP's terms for documents that parties sign or declare.

create table agreement (
  id             varchar(200) primary key,
  title          varchar(4000) not null,
  summary        varchar(4000),
  signed_on      date,
  edtf           varchar(40),
  not_before     date,
  not_after      date,
  date_basis     varchar(40) not null,
  date_note      varchar(4000),
  negotiation_id varchar(200) references negotiation,
  round_id       varchar(200) references round,
  status         varchar(20) not null,
  level          varchar(20),
  stage          varchar(40),
  substage       varchar(4000),
  interim        boolean,
  pages          integer,
  document_id    varchar(200) references source,
  note           varchar(4000),
  earliest       integer,
  latest         integer,
  oldest_first   bigint not null,
  newest_first   bigint not null
);
create index agreement_oldest on agreement (oldest_first, id);
create index agreement_newest on agreement (newest_first, id);
create index agreement_of_negotiation_oldest on agreement (negotiation_id, oldest_first, id);
create index agreement_of_negotiation_newest on agreement (negotiation_id, newest_first, id);
create index agreement_of_round_oldest on agreement (round_id, oldest_first, id);
create index agreement_of_round_newest on agreement (round_id, newest_first, id);
create index agreement_of_document on agreement (document_id);
-- Every actor whom the agreement names, in whatever role, once.
create table agreement_actor (
  agreement_id varchar(200) not null references agreement,
  actor_id     varchar(200) not null references actor,
  oldest_first bigint not null,
  newest_first bigint not null,
  primary key (agreement_id, actor_id)
);
create index agreement_actor_oldest on agreement_actor (actor_id, oldest_first, agreement_id);
create index agreement_actor_newest on agreement_actor (actor_id, newest_first, agreement_id);
create table agreement_party (
  agreement_id varchar(200) not null references agreement,
  ordinal      integer not null,
  -- Null where only the wording is known.
  actor_id     varchar(200) references actor,
  role         varchar(20) not null,
  signed       boolean,
  as_written   varchar(4000),
  primary key (agreement_id, ordinal)
);
create index agreement_party_is on agreement_party (actor_id, agreement_id);
create table agreement_provision (
  agreement_id varchar(200) not null references agreement,
  ordinal      integer not null,
  issue_id     varchar(200) not null references issue,
  weight       integer not null,
  quote        varchar(4000),
  locator      varchar(4000),
  is_verified  boolean,
  primary key (agreement_id, ordinal)
);
create index agreement_provision_on on agreement_provision (issue_id, agreement_id);
create table agreement_follows (
  agreement_id varchar(200) not null references agreement,
  ordinal      integer not null,
  followed_id  varchar(200) not null references agreement,
  primary key (agreement_id, ordinal)
);
create index agreement_follows_followed on agreement_follows (followed_id, agreement_id);
