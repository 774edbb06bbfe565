-- Tables of laurel-jdbc on H2. Instants are microseconds since 1970-01-01T00:00:00Z.

create table laurel_account (
    program varchar not null,
    customer varchar not null,
    revision bigint not null,
    recorded_at bigint not null,
    next_change_at bigint,
    version varchar not null,
    header blob not null,
    primary key (program, customer)
);

create index laurel_account_due on laurel_account (program, next_change_at, customer);

create index laurel_account_version on laurel_account (program, version, customer);

create table laurel_chunk (
    program varchar not null,
    customer varchar not null,
    chunk varchar not null,
    bytes blob not null,
    primary key (program, customer, chunk)
);

create table laurel_event (
    program varchar not null,
    customer varchar not null,
    position bigint not null,
    id varchar not null,
    recorded_at bigint not null,
    bytes blob not null,
    primary key (program, customer, position),
    unique (program, customer, id)
);

create table laurel_receipt (
    program varchar not null,
    customer varchar not null,
    event varchar not null,
    revision bigint not null,
    bytes blob not null,
    primary key (program, customer, event)
);

create table laurel_receipt_past (
    program varchar not null,
    customer varchar not null,
    event varchar not null,
    revision bigint not null,
    bytes blob not null,
    primary key (program, customer, event, revision)
);

create table laurel_receipt_link (
    program varchar not null,
    customer varchar not null,
    event varchar not null,
    linked varchar not null,
    primary key (program, customer, event, linked)
);

create table laurel_snapshot (
    program varchar not null,
    customer varchar not null,
    revision bigint not null,
    recorded_at bigint not null,
    bytes blob not null,
    primary key (program, customer, revision)
);

create table laurel_version (
    program varchar not null,
    version varchar not null,
    layout integer not null,
    stable_text clob not null,
    fingerprint clob not null,
    primary key (program, version)
);

create table laurel_outbox (
    id bigint generated always as identity primary key,
    program varchar not null,
    customer varchar not null,
    position bigint not null
);
