-- Where the record was loaded from, as its user knows it, and by which rules its rows were made (Seeder.FORMAT): a record is served
-- in the place of one that can't be loaded only if both are the same. Null if the program that loaded it noted neither.
alter table seed_load add column place varchar(4096);
alter table seed_load add column format varchar(20);
