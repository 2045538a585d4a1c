-- What kind of document a source is, when it was fetched, and on what terms it may be passed on.
alter table source add column kind varchar(20) default 'DOCUMENT' not null;
alter table source add column version varchar(4000);
alter table source add column retrieved_on date;
alter table source add column licence varchar(4000);
alter table source add column licence_url varchar(4000);
alter table source add column attribution varchar(4000);
alter table source add column redistribution varchar(20) default 'UNKNOWN' not null;
