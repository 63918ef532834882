-- The ledger: who did what, one chain of entries for each line of work, and the seals that chain the lines together.
-- Entries, seals and sealed heads are kept for ever and never changed; only a line's head moves on.

-- In steps of 50, which a process uses up before it asks for more.
create sequence ledger_seq start with 50 increment by 50;

create table ledger_entry (
    id                 bigint primary key,
    line               uuid not null,
    number             bigint not null,
    written_at         timestamp with time zone not null,
    act                varchar(40) not null,
    actor_id           uuid not null,
    actor_username     varchar(200) not null,
    actor_display_name varchar(200) not null,
    actor_role         varchar(40) not null,
    reason             text,
    before_json        text not null,
    after_json         text not null,
    cause_event_id     varchar(200),
    previous_hash      varchar(64) not null,
    hash               varchar(64) not null,
    unique (line, number)
);
create index ledger_entry_all on ledger_entry (written_at desc, id desc);
create index ledger_entry_actor on ledger_entry (actor_id, written_at desc, id desc);
create index ledger_entry_act on ledger_entry (act, written_at desc, id desc);

-- The end of each line: whoever appends to the line holds it.
create table ledger_head (
    line   uuid primary key,
    number bigint not null,
    hash   varchar(64) not null,
    sealed boolean not null
);
create index ledger_head_sealed on ledger_head (sealed, line);

-- Whoever begins a line holds one of these first, because a head that is not there yet cannot be held.
create table ledger_gate (
    id integer primary key
);
insert into ledger_gate (id)
values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16);

-- One row for ever: which installation the seals are of, once there is a first one; whoever seals holds it.
create table ledger_origin (
    id           integer primary key check (id = 1),
    installation uuid not null
);
insert into ledger_origin (id, installation) values (1, '00000000-0000-0000-0000-000000000000');

create table ledger_seal (
    number        bigint primary key,
    sealed_at     timestamp with time zone not null,
    heads         integer not null,
    root          varchar(64) not null,
    previous_hash varchar(64) not null,
    public_key    varchar(100) not null,
    hash          varchar(64) not null,
    signature     varchar(100) not null
);

create table ledger_sealed_head (
    seal   bigint not null references ledger_seal (number),
    line   uuid not null,
    number bigint not null,
    hash   varchar(64) not null,
    primary key (line, seal)
);
create index ledger_sealed_head_of_seal on ledger_sealed_head (seal, line);
