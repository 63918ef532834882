-- The keys of those who did not leave them as they are: a preset, and the actions that they gave other keys.
create table keyboard (
    person_id  uuid primary key references person (id),
    preset     varchar(30) not null,
    own_keys   varchar(8000) not null,
    typed_keys boolean not null,
    changed_at timestamp with time zone not null
);
