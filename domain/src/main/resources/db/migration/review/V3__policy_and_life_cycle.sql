-- Policies are kept, chosen and pinned; votes have a standing; versions can be held, withdrawn, overridden and reopened.

-- Every revision of every policy, for ever: versions are pinned to them, and there are only as many as were typed in.
create table policy_revision (
    id         uuid primary key,
    policy_id  varchar(100) not null,
    revision   integer not null,
    name       varchar(100) not null,
    definition text not null,
    created_at timestamp with time zone not null,
    created_by varchar(64) not null,
    unique (policy_id, revision)
);

-- Which policy applies: the first row whose patterns match; the last row matches everything.
create table policy_choice (
    position  integer primary key,
    kinds     text not null,
    projects  text not null,
    steps     text not null,
    policy_id varchar(100) not null
);

-- One row for ever: it counts the changes of whom policies can ask, so that it is known which items were judged before.
create table people_change (
    id         integer primary key check (id = 1),
    number     bigint not null,
    changed_by varchar(36)
);
insert into people_change (id, number) values (1, 0);

-- Kept for ever, as the votes that were cast by their right.
create table delegation (
    id           uuid primary key,
    delegator_id uuid not null references person (id),
    deputy_id    uuid not null references person (id),
    until_time   timestamp with time zone not null,
    made_by      varchar(64) not null,
    made_at      timestamp with time zone not null,
    ended_at     timestamp with time zone
);
create index delegation_active on delegation (ended_at, until_time);
create index delegation_by_delegator on delegation (delegator_id, ended_at);

alter table review_item add column step varchar(100);
alter table review_item add column people_number bigint default 0 not null;
alter table review_item add column due_at timestamp with time zone;
alter table review_item add column told_decision varchar(36);
create index review_item_due on review_item (due_at, id);
create index review_item_people on review_item (open_for_review, people_number, id);
update review_item set told_decision = (
    select cast(d.id as varchar(36)) from decision d where d.item_id = review_item.id and d.sequence = (
        select max(t.sequence) from decision t join outbox o on o.subject_id = t.id
         where t.item_id = review_item.id and o.state <> 'CANCELLED'));

alter table review_version add column side varchar(20) default 'NONE' not null;
alter table review_version add column aside_from varchar(30);
alter table review_version add column aside_by varchar(200);
alter table review_version add column aside_reason text;
alter table review_version add column aside_at timestamp with time zone;
alter table review_version add column superseded_by integer;
alter table review_version add column overridden_outcome varchar(30);
alter table review_version add column overridden_by varchar(64);
alter table review_version add column override_reason text;
alter table review_version add column overridden_at timestamp with time zone;
alter table review_version add column reopened_by varchar(64);
alter table review_version add column vetoes text default '[]' not null;
alter table review_version add column open_notes integer default 0 not null;
alter table review_version add column open_blockers integer default 0 not null;
alter table review_version add column final_at timestamp with time zone;
alter table review_version add column due_at timestamp with time zone;
alter table review_version add column escalated_at timestamp with time zone;
create index review_version_by_time on review_version (submitted_at desc, id desc);
update review_version set
    side = 'SUPERSEDED',
    aside_from = coalesce((select d.outcome from decision d where d.version_id = review_version.id and d.sequence = (
        select max(l.sequence) from decision l where l.version_id = review_version.id)), 'PENDING'),
    superseded_by = (select min(n.number) from review_version n
        where n.item_id = review_version.item_id and n.number > review_version.number),
    aside_at = (select min(n.submitted_at) from review_version n
        where n.item_id = review_version.item_id and n.number > review_version.number),
    aside_by = (select n.submitter from review_version n where n.item_id = review_version.item_id and n.number = (
        select min(m.number) from review_version m
         where m.item_id = review_version.item_id and m.number > review_version.number))
 where outcome = 'SUPERSEDED';
update review_version set final_at = (
    select max(d.decided_at) from decision d where d.version_id = review_version.id)
 where outcome in ('APPROVED', 'APPROVED_WITH_NOTES', 'REJECTED');

alter table vote add column vote_key uuid;
update vote set vote_key = cast('00000000-0000-0000-0000-' || lpad(cast(id as varchar(12)), 12, '0') as uuid);
alter table vote alter column vote_key set not null;
create unique index vote_by_key on vote (vote_key);
alter table vote add column label varchar(60);
alter table vote add column kind varchar(20) default 'HUMAN' not null;
alter table vote add column functions varchar(1400) default '' not null;
alter table vote add column on_behalf_of text default '[]' not null;
alter table vote add column standing varchar(20) default 'CAST' not null;
alter table vote add column late boolean default false not null;
alter table vote add column copied_from integer;
alter table vote rename column revoked_at to ended_at;
alter table vote add column ended_by varchar(64);
alter table vote add column end_reason text;
update vote set standing = 'REVOKED', ended_by = username where ended_at is not null;

-- Who looked at a version; it goes with the version.
create table seen (
    version_id uuid not null references review_version (id),
    person_id  uuid not null references person (id),
    username   varchar(64) not null,
    seen_at    timestamp with time zone not null,
    primary key (version_id, person_id)
);

alter table decision alter column vote_id drop not null;
alter table decision add column actor_kind varchar(20) default 'HUMAN' not null;
alter table decision add column actor_functions varchar(1400) default '' not null;
alter table decision add column supersedes varchar(36);

-- Whom an open item waits for, rewritten at each judgement.
create table awaited (
    selector varchar(80) not null,
    since    timestamp with time zone not null,
    item_id  uuid not null references review_item (id),
    primary key (selector, item_id)
);
create index awaited_by_time on awaited (selector, since desc, item_id desc);
insert into awaited (selector, since, item_id)
select 'role:REVIEWER', submitted_at, id from review_item where open_for_review = true;

-- What was answered to a request, for whoever asks again with the same id; forgotten after a week.
create table answered_request (
    id          uuid primary key,
    answer      varchar(500) not null,
    answered_at timestamp with time zone not null
);
create index answered_request_by_time on answered_request (answered_at);

-- What every version so far was judged by, and what goes on judging until somebody chooses otherwise.
insert into policy_revision (id, policy_id, revision, name, definition, created_at, created_by)
values ('9f1d0c9e-5f0b-4f0e-8f55-0d3a5c1b7a01', 'any-reviewer', 1, 'Any reviewer decides',
    '{"name":"Any reviewer decides","stages":[{"name":"Review","mode":"ANY","reviewers":["role:REVIEWER"]}],"allowSelfApproval":true}',
    timestamp with time zone '2026-11-23 00:00:00+00:00', 'rushlight');
insert into policy_choice (position, kinds, projects, steps, policy_id) values (1, '[]', '[]', '[]', 'any-reviewer');
alter table review_version add constraint review_version_policy
    foreign key (policy_id, policy_revision) references policy_revision (policy_id, revision);
