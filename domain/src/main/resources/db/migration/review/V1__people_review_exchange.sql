-- The domain's own schema, in the common subset of H2 and PostgreSQL.

create table person (
    id                    uuid primary key,
    username              varchar(64) not null unique,
    display_name          varchar(100) not null,
    role                  varchar(20) not null,
    state                 varchar(20) not null,
    password_hash         varchar(200),
    invitation_hash       varchar(64) unique,
    invitation_expires_at timestamp with time zone,
    created_at            timestamp with time zone not null,
    last_login_at         timestamp with time zone,
    revision              integer not null
);

-- One row for ever: it lets exactly one first administrator in, and is the lock under which administrators change.
create table founding (
    id         integer primary key check (id = 1),
    founder_id uuid not null references person (id),
    founded_at timestamp with time zone not null
);

create table hub_connection (
    id         uuid primary key,
    name       varchar(60) not null unique,
    kind       varchar(20) not null,
    server     varchar(500),
    hub_user   varchar(200),
    sealed_key varchar(2000),
    key_id     varchar(32),
    enabled    boolean not null,
    created_at timestamp with time zone not null,
    revision   integer not null
);

-- One row per connection: whoever takes something in holds it, so that a repetition is always recognised.
create table inbox_gate (
    connection_id uuid primary key references hub_connection (id)
);

create sequence inbox_seq start with 1 increment by 1;

create table inbox (
    id             bigint primary key,
    connection_id  uuid not null references hub_connection (id),
    event_id       varchar(200) not null,
    topic          varchar(200) not null,
    received_at    timestamp with time zone not null,
    submitter      varchar(200),
    submission_key varchar(200),
    state          varchar(20) not null,
    receipt        text not null,
    raw            text not null,
    unique (connection_id, event_id),
    unique (connection_id, submission_key)
);
create index inbox_by_state on inbox (state, id desc);

create sequence outbox_seq start with 1 increment by 1;

create table outbox (
    id            bigint primary key,
    connection_id uuid not null references hub_connection (id),
    line_id       uuid not null,
    event_id      varchar(200) not null,
    kind          varchar(20) not null,
    subject_id    uuid not null,
    target        varchar(200),
    in_reply_to   varchar(200),
    payload       text,
    state         varchar(20) not null,
    attempts      integer not null,
    not_before    timestamp with time zone not null,
    last_error    varchar(1000),
    created_at    timestamp with time zone not null,
    settled_at    timestamp with time zone,
    unique (connection_id, event_id)
);
create index outbox_due on outbox (connection_id, state, not_before);
create index outbox_by_line on outbox (line_id, id);
create index outbox_by_subject on outbox (subject_id);
create index outbox_by_state on outbox (state, id desc);

create table review_item (
    id                uuid primary key,
    connection_id     uuid not null references hub_connection (id),
    project           varchar(100) not null,
    line_key          varchar(200) not null,
    name              varchar(200) not null,
    kind              varchar(20) not null,
    current_version   integer not null,
    outcome           varchar(30) not null,
    open_for_review   boolean not null,
    submitter         varchar(200) not null,
    submitted_at      timestamp with time zone not null,
    poster_url        varchar(2000),
    decision_sequence bigint not null,
    updated_at        timestamp with time zone not null,
    revision          integer not null,
    unique (connection_id, project, line_key)
);
create index review_item_all on review_item (updated_at desc, id desc);
create index review_item_tab on review_item (open_for_review, updated_at desc, id desc);
create index review_item_project on review_item (project, updated_at desc, id desc);
create index review_item_project_tab on review_item (project, open_for_review, updated_at desc, id desc);

create table review_version (
    id              uuid primary key,
    item_id         uuid not null references review_item (id),
    number          integer not null,
    name            varchar(200) not null,
    outcome         varchar(30) not null,
    submitter       varchar(200) not null,
    submitted_at    timestamp with time zone not null,
    event_id        varchar(200) not null,
    description     text,
    reviewers       text not null,
    policy_id       varchar(100) not null,
    policy_revision integer not null,
    explanation     text not null,
    media_sha256    varchar(64),
    unique (item_id, number)
);

create table version_content (
    version_id uuid primary key references review_version (id),
    content    text not null
);

create sequence vote_seq start with 1 increment by 1;

create table vote (
    id           bigint primary key,
    version_id   uuid not null references review_version (id),
    voter_id     uuid not null references person (id),
    username     varchar(64) not null,
    display_name varchar(100) not null,
    role         varchar(20) not null,
    choice       varchar(30) not null,
    reason       text,
    cast_at      timestamp with time zone not null,
    revoked_at   timestamp with time zone
);
create index vote_by_version on vote (version_id, id);

create table decision (
    id                 uuid primary key,
    item_id            uuid not null references review_item (id),
    version_id         uuid not null references review_version (id),
    version            integer not null,
    sequence           bigint not null,
    outcome            varchar(30) not null,
    previous_outcome   varchar(30) not null,
    cause              varchar(20) not null,
    vote_id            bigint not null references vote (id),
    actor_id           uuid not null references person (id),
    actor_username     varchar(64) not null,
    actor_display_name varchar(100) not null,
    actor_role         varchar(20) not null,
    reason             text,
    votes              text not null,
    policy_id          varchar(100) not null,
    policy_revision    integer not null,
    explanation        text not null,
    decided_at         timestamp with time zone not null,
    unique (item_id, sequence)
);
