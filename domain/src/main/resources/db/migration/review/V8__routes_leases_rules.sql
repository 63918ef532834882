-- Several hubs at once, several processes on one database, and acts that come over a hub.

-- What the outbox has to know of a connection: whether it hears of everything or only of what came through it, and
-- whether clients can listen there, so that nothing internal may go out.
create table exchange_route (
    connection_id    uuid primary key references hub_connection (id),
    hears_everything boolean not null,
    client_visible   boolean not null,
    enabled          boolean not null
);
insert into exchange_route (connection_id, hears_everything, client_visible, enabled)
    select id, false, false, enabled from hub_connection;

-- Which process works for a connection just now; one row for each, made with the connection.
create table connection_lease (
    connection_id uuid primary key references hub_connection (id),
    holder        varchar(36) not null,
    held_until    timestamp with time zone not null
);
insert into connection_lease (connection_id, holder, held_until)
    select id, '', created_at from hub_connection;

alter table hub_connection add column hears varchar(20) default 'OWN' not null;
alter table hub_connection add column visibility varchar(20) default 'TEAM' not null;
alter table hub_connection add column acts varchar(20) default 'OFF' not null;
update hub_connection set acts = 'SAME_NAMES' where kind = 'EMBEDDED';

-- Who somebody of a hub is here.
create table hub_person (
    connection_id uuid not null references hub_connection (id),
    hub_user      varchar(200) not null,
    person_id     uuid not null references person (id),
    primary key (connection_id, hub_user)
);

-- For the purge, which walks from the oldest on.
create index inbox_by_age on inbox (received_at, id);
create index outbox_settled on outbox (settled_at, id);
