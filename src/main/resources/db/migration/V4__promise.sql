-- Where a source can be read, who wrote it, and which quotations were proved by its text.

alter table source add column author varchar(4000);
alter table source add column url varchar(4000);
alter table source add column archived_at varchar(4000);
alter table rendering add column is_verified boolean;
-- How many sources share an origin is asked of each of them, to find a source that stands alone.
create index source_of_origin on source (origin);
