-- The rows of the base that "parley rebase" took over last, where there is no journal that names a folder with them.
create table rebased_row (
  record_id varchar(200) primary key,
  body      varchar(1000000) not null
);
