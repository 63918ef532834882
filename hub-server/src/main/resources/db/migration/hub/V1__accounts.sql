create table account (
    id uuid not null,
    username varchar(64) not null,
    active boolean not null,
    created_at timestamp with time zone not null,
    constraint account_pk primary key (id),
    constraint account_username_unique unique (username)
);

-- A key is 256 random bits, so its plain SHA-256 (hexadecimal) tells nothing about it and is found by index.
create table api_key (
    id uuid not null,
    account_id uuid not null,
    sha256 varchar(64) not null,
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    constraint api_key_pk primary key (id),
    constraint api_key_sha256_unique unique (sha256),
    constraint api_key_account_fk foreign key (account_id) references account (id)
);

create index api_key_account_index on api_key (account_id);
