-- The state of the files that the record was loaded from, as a hash of their names, sizes, times and inodes: a start does not read files
-- that have not been written since. Null if that is not known.
alter table seed_load add column state varchar(64);
