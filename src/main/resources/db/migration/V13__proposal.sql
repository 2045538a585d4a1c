-- Changes that curators propose, for others to accept or reject. A proposal has a row in change, too, and its number.
create table proposal (
  number        bigint primary key,
  -- OPEN, ACCEPTED or REJECTED.
  state         varchar(20) not null,
  -- All three are null while it is open.
  decided_at    timestamp(3) with time zone,
  decided_by    varchar(100),
  reason        varchar(4000),
  -- The change that it became; null unless it was accepted.
  change_number bigint
);
create index proposal_by_state on proposal (state, number);
create index proposal_of_change on proposal (change_number);

-- The edits of a proposal, as they were sent.
create table proposed_edit (
  proposal_number bigint not null,
  ordinal         integer not null,
  record_id       varchar(200) not null,
  action          varchar(20) not null,
  -- JSON: an object with one member of Edit.
  body            varchar(1000000) not null,
  primary key (proposal_number, ordinal)
);
