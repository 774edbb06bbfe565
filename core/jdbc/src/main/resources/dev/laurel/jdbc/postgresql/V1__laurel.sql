-- Tables of laurel-jdbc on PostgreSQL. Instants are microseconds since 1970-01-01T00:00:00Z.

create table laurel_account (
    program text collate "C" not null,
    customer text collate "C" not null,
    revision bigint not null,
    recorded_at bigint not null,
    next_change_at bigint,
    version text collate "C" not null,
    header bytea not null,
    primary key (program, customer)
);

create index laurel_account_due on laurel_account (program, next_change_at, customer);

create index laurel_account_version on laurel_account (program, version, customer);

create table laurel_chunk (
    program text collate "C" not null,
    customer text collate "C" not null,
    chunk text collate "C" not null,
    bytes bytea not null,
    primary key (program, customer, chunk)
);

create table laurel_event (
    program text collate "C" not null,
    customer text collate "C" not null,
    position bigint not null,
    id text collate "C" not null,
    recorded_at bigint not null,
    bytes bytea not null,
    primary key (program, customer, position),
    unique (program, customer, id)
);

create table laurel_receipt (
    program text collate "C" not null,
    customer text collate "C" not null,
    event text collate "C" not null,
    revision bigint not null,
    bytes bytea not null,
    primary key (program, customer, event)
);

create table laurel_receipt_past (
    program text collate "C" not null,
    customer text collate "C" not null,
    event text collate "C" not null,
    revision bigint not null,
    bytes bytea not null,
    primary key (program, customer, event, revision)
);

create table laurel_receipt_link (
    program text collate "C" not null,
    customer text collate "C" not null,
    event text collate "C" not null,
    linked text collate "C" not null,
    primary key (program, customer, event, linked)
);

create table laurel_snapshot (
    program text collate "C" not null,
    customer text collate "C" not null,
    revision bigint not null,
    recorded_at bigint not null,
    bytes bytea not null,
    primary key (program, customer, revision)
);

create table laurel_version (
    program text collate "C" not null,
    version text collate "C" not null,
    layout integer not null,
    stable_text text not null,
    fingerprint text not null,
    primary key (program, version)
);

create table laurel_outbox (
    id bigint generated always as identity primary key,
    program text collate "C" not null,
    customer text collate "C" not null,
    position bigint not null
);

-- ANALYZE would copy some of these values into its statistics, where an erasure does not reach them.
alter table laurel_account alter column header set statistics 0;
alter table laurel_chunk alter column bytes set statistics 0;
alter table laurel_event alter column bytes set statistics 0;
alter table laurel_receipt alter column bytes set statistics 0;
alter table laurel_receipt_past alter column bytes set statistics 0;
alter table laurel_snapshot alter column bytes set statistics 0;
