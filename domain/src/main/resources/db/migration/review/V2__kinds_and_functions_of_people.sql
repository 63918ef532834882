-- People have functions in production, which policies ask for; bots and guests are accounts that nobody logs in to.
-- The functions are kept as one text, separated by spaces: they are read with the person, never looked up alone.

alter table person add column kind varchar(20) default 'HUMAN' not null;
alter table person add column functions varchar(1400) default '' not null;
