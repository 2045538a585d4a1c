-- Lists of sessions in the order of time.
create index session_oldest on session (oldest_first, id);
-- What was said or happened at a place, and the rounds at a venue, in the order of time.
create index statement_at_place on statement (place_id, oldest_first, id);
create index incident_at_place on incident (place_id, oldest_first, id);
create index round_at_venue on round (venue_id, oldest_first, id);
create index place_within on place (within_id, id);
-- The figures about an incident or a statement.
create index figure_about on figure (about_id, id);
