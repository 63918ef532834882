-- What is said of versions: notes in threads, what became of them, strokes, attached files.

-- A thread is named by its first note, whose number in it is 0. The state of a note is its last revision.
-- Kept as long as its review item; deleted notes are purged.
create table note (
    id                   uuid primary key,
    item_id              uuid not null references review_item (id),
    version_id           uuid not null references review_version (id),
    version              integer not null,
    thread_id            uuid not null references note (id),
    number               integer not null,
    author_id            uuid not null references person (id),
    author_username      varchar(64) not null,
    author_display_name  varchar(100) not null,
    author_role          varchar(20) not null,
    author_kind          varchar(20) not null,
    media                integer,
    frame                integer,
    frame_end            integer,
    file_path            varchar(1000),
    file_line            integer,
    visibility           varchar(20) not null,
    body                 text not null,
    blocking             boolean not null,
    resolved             boolean not null,
    deleted              boolean not null,
    drawn                boolean not null,
    open_thread          boolean not null,
    created_at           timestamp with time zone not null,
    edited_at            timestamp with time zone,
    settled_at           timestamp with time zone,
    settled_by           varchar(100),
    acknowledged_at      timestamp with time zone,
    acknowledged_by      varchar(100),
    deleted_at           timestamp with time zone,
    last_revision        integer not null,
    told_open            varchar(36),
    told_settled         varchar(36),
    unique (thread_id, number)
);
create index note_by_item on note (item_id, created_at desc, id desc);
create index note_open on note (item_id, open_thread);
create index note_by_version on note (version_id);
create index note_deleted on note (deleted, deleted_at);

-- What a note said and where it stood from one moment to the next: so it can be told as it was at any time.
create table note_revision (
    id                  uuid primary key,
    note_id             uuid not null references note (id),
    number              integer not null,
    since               timestamp with time zone not null,
    until_time          timestamp with time zone,
    body                text not null,
    blocking            boolean not null,
    resolved            boolean not null,
    deleted             boolean not null,
    drawn               boolean not null,
    author_id           uuid not null references person (id),
    author_username     varchar(64) not null,
    author_display_name varchar(100) not null,
    author_role         varchar(20) not null,
    author_kind         varchar(20) not null,
    unique (note_id, number)
);

create table note_mention (
    note_id   uuid not null references note (id),
    person_id uuid not null references person (id),
    username  varchar(64) not null,
    primary key (note_id, person_id)
);
create index note_mention_by_person on note_mention (person_id);

-- One row for each stroke, so that nobody overwrites what somebody else draws; taken back, it waits to be purged.
create table stroke (
    id         uuid primary key,
    note_id    uuid not null references note (id),
    version_id uuid not null references review_version (id),
    media      integer not null,
    frame      integer not null,
    frame_end  integer not null,
    number     integer not null,
    points     integer not null,
    content    text not null,
    drawn_at   timestamp with time zone not null,
    removed_at timestamp with time zone
);
create index stroke_by_note on stroke (note_id, number);
create index stroke_by_frame on stroke (version_id, media, frame);
create index stroke_removed on stroke (removed_at);

-- The bytes are a file named by file_id; files without a row are swept.
create table attachment (
    id           uuid primary key,
    note_id      uuid not null references note (id),
    item_id      uuid not null references review_item (id),
    file_id      uuid not null unique,
    name         varchar(200) not null,
    content_type varchar(100) not null,
    size_bytes   bigint not null,
    sha256       varchar(64) not null,
    width        integer,
    height       integer,
    attached_at  timestamp with time zone not null,
    removed_at   timestamp with time zone
);
create index attachment_by_note on attachment (note_id);
create index attachment_by_item on attachment (item_id);
create index attachment_removed on attachment (removed_at);
