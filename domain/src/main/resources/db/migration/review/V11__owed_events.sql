-- What is still owed is found by the index alone: H2 uses an index no further than the first column that is compared with several values.
alter table outbox add column owed boolean default true not null;
update outbox set owed = false where state not in ('HELD', 'READY', 'SENT');
drop index outbox_due;
create index outbox_owed on outbox (connection_id, owed, line_id, id);
