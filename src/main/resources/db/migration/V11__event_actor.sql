-- The timeline of an actor is read from one index: it has what a page of the timeline asks of an event. Before, each entry was followed
-- by two look-ups, in the index of event's ids and in event itself.
alter table event_actor add column kind varchar(20);
alter table event_actor add column earliest integer;
alter table event_actor add column latest integer;
update event_actor set kind = (select e.kind from event e where e.id = event_actor.event_id),
  earliest = (select e.earliest from event e where e.id = event_actor.event_id),
  latest = (select e.latest from event e where e.id = event_actor.event_id);
alter table event_actor alter column kind set not null;
drop index event_actor_oldest;
create index event_actor_oldest on event_actor (actor_id, oldest_first, event_id, kind, earliest, latest);
