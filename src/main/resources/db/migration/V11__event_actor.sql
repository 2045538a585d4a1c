-- The timeline of an actor is read from one index: it has what a page of the timeline asks of an event. Before, each entry was followed
-- by two look-ups, in the index of event's ids and in event itself. The record is loaded anew, so that no row need be kept.
delete from event_actor;
alter table event_actor add column kind varchar(20) not null;
alter table event_actor add column earliest integer;
alter table event_actor add column latest integer;
drop index event_actor_oldest;
create index event_actor_oldest on event_actor (actor_id, oldest_first, event_id, kind, earliest, latest);
