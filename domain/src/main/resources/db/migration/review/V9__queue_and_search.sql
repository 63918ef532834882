-- What the queue is read by: each of its orders walks down one index, on both databases, however many items there are.

-- By activity. Every combination of filters has an index that begins with it: where the outcome or the kind is left
-- open, each of their few values is read by itself.
create index review_item_standing on review_item (outcome, kind, updated_at desc, id desc);
create index review_item_project_standing on review_item (project, outcome, kind, updated_at desc, id desc);
create index review_item_submitter on review_item (submitter, updated_at desc, id desc);
create index review_item_submitter_standing on review_item (submitter, outcome, kind, updated_at desc, id desc);
create index review_item_submitter_project on review_item (submitter, project, updated_at desc, id desc);
create index review_item_submitter_project_standing
    on review_item (submitter, project, outcome, kind, updated_at desc, id desc);

-- By submission: lists of items under a name, newest submission first. Beside awaited there are these two.
create index awaited_by_item on awaited (item_id);

-- Who has a part in an open item already, by having submitted its current version or voted on it. It is emptied when
-- the item is decided, so it never holds more than what is open.
create table followed (
    username varchar(200) not null,
    since    timestamp with time zone not null,
    item_id  uuid not null references review_item (id),
    primary key (username, item_id)
);
create index followed_by_username on followed (username, since desc, item_id desc);
create index followed_by_item on followed (item_id);

-- The words of each item's current version, and as "project:", "kind:", "submitter:" and "outcome:" what it can be
-- filtered by. Some twenty rows for each item, which go with it.
create table search_token (
    word         varchar(220) not null,
    submitted_at timestamp with time zone not null,
    item_id      uuid not null
);
create unique index search_token_by_word on search_token (word, submitted_at desc, item_id desc);

-- What of an item is in search_token, so that it is found again without an index for that.
create table search_entry (
    item_id      uuid primary key references review_item (id),
    submitted_at timestamp with time zone not null,
    submitter    varchar(200) not null,
    outcome      varchar(30) not null,
    words        text not null
);

-- Every word there ever was, to find those that begin with something. As bytes: the order of text depends on the
-- database's language. A word that two submissions brought at the same time stands here twice, which nobody minds; it
-- stays when its items go, because then it only finds nothing.
create table search_word (
    letters bytea not null
);
create index search_word_by_letters on search_word (letters);

-- The items that were here before there was a search, until they can be found.
create table search_pending (
    item_id uuid primary key
);
insert into search_pending (item_id) select id from review_item;

-- The filters that people gave a name to. At most 40 for each person.
create table saved_filter (
    id         uuid primary key,
    person_id  uuid not null references person (id),
    name       varchar(60) not null,
    query      varchar(4000) not null,
    saved_at   timestamp with time zone not null,
    unique (person_id, name)
);
