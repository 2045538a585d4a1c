-- The SHA-256 of a row that was erased: its contents are gone, and the digests of the changes still hold. Null for every other.
alter table revision add column erased varchar(64);
