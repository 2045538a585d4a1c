-- Words by their stems: one token stands for all forms of a word, and an entry says which of them its record writes. The record is
-- loaded anew, so that no row need be kept.
delete from word;
-- The forms in the record, between spaces; null: the token itself alone; empty: none, where two words together make the token, or it
-- is a piece of a word.
alter table word add column forms varchar(4000);
drop table spelling;
-- Every word of the record and every recorded spelling of one.
create table term (
  token varchar(100) primary key,
  -- What stands for all its spellings, and what for all its forms: the token in the word index.
  form  varchar(100) not null,
  stem  varchar(100) not null
);
create index term_by_stem on term (stem);
