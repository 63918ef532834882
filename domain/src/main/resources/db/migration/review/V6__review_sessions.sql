-- Review sessions: ordered lists of review items to be looked at together, the people who take part, and the guests who
-- look in by a link.

-- Kept for ever: what was reviewed together, and with whom, belongs to the record. Rows come only from leads, by hand.
create table review_session (
    id          uuid primary key,
    name        varchar(200) not null,
    description text,
    project     varchar(100),
    opens_at    timestamp with time zone,
    closes_at   timestamp with time zone,
    state       varchar(20) not null,
    respaced    integer not null,
    creator_id  uuid not null references person (id),
    created_at  timestamp with time zone not null
);
create index review_session_all on review_session (created_at desc, id desc);
create index review_session_state on review_session (state, created_at desc, id desc);

-- At most 2,000 for each review session. Places are numbers far apart, so that a move changes one row.
create table review_session_entry (
    id             uuid primary key,
    session_id     uuid not null references review_session (id),
    item_id        uuid not null references review_item (id),
    place          bigint not null,
    pinned_version integer,
    added_by       uuid not null references person (id),
    added_at       timestamp with time zone not null,
    unique (session_id, item_id)
);
create index review_session_entry_order on review_session_entry (session_id, place, item_id);
create index review_session_entry_item on review_session_entry (item_id);

-- At most 200 for each review session, together with its guests.
create table review_session_participant (
    id         uuid primary key,
    session_id uuid not null references review_session (id),
    person_id  uuid not null references person (id),
    added_at   timestamp with time zone not null,
    unique (session_id, person_id)
);
create index review_session_participant_person on review_session_participant (person_id);

-- A link outlives its use, because votes and the ledger name its guest; what is secret or private in it is cleared
-- 90 days after its end. due_at is when something is next to be done about it, and empty once that is over.
create table guest_link (
    id              uuid primary key,
    session_id      uuid not null references review_session (id),
    guest_id        uuid not null unique references person (id),
    email           varchar(254),
    rights          varchar(20) not null,
    code_hash       varchar(64) unique,
    passphrase_hash varchar(200),
    state           varchar(20) not null,
    made_by         uuid not null references person (id),
    made_at         timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    revoked_at      timestamp with time zone,
    due_at          timestamp with time zone,
    entered         integer not null,
    last_used_at    timestamp with time zone
);
create index guest_link_of_session on guest_link (session_id, made_at desc, id desc);
create index guest_link_due on guest_link (due_at, id);
