-- Tables of laurel-jdbc on MariaDB and MySQL. Instants are microseconds since 1970-01-01T00:00:00Z.
-- Ids are bytes of UTF-8: every collation takes some ids that differ for the same.

create table laurel_account (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    revision bigint not null,
    recorded_at bigint not null,
    next_change_at bigint,
    version varbinary(600) not null,
    header longblob not null,
    primary key (program, customer)
) engine = InnoDB;

create index laurel_account_due on laurel_account (program, next_change_at, customer);

create index laurel_account_version on laurel_account (program, version, customer);

create table laurel_chunk (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    chunk varbinary(100) not null,
    bytes longblob not null,
    primary key (program, customer, chunk)
) engine = InnoDB;

create table laurel_event (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    position bigint not null,
    id varbinary(600) not null,
    recorded_at bigint not null,
    bytes longblob not null,
    primary key (program, customer, position),
    unique (program, customer, id)
) engine = InnoDB;

create table laurel_receipt (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    event varbinary(600) not null,
    revision bigint not null,
    bytes longblob not null,
    primary key (program, customer, event)
) engine = InnoDB;

create table laurel_receipt_past (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    event varbinary(600) not null,
    revision bigint not null,
    bytes longblob not null,
    primary key (program, customer, event, revision)
) engine = InnoDB;

create table laurel_receipt_link (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    event varbinary(600) not null,
    linked varbinary(600) not null,
    primary key (program, customer, event, linked)
) engine = InnoDB;

create table laurel_snapshot (
    program varbinary(80) not null,
    customer varbinary(600) not null,
    revision bigint not null,
    recorded_at bigint not null,
    bytes longblob not null,
    primary key (program, customer, revision)
) engine = InnoDB;

create table laurel_version (
    program varbinary(80) not null,
    version varbinary(600) not null,
    layout integer not null,
    stable_text longtext character set utf8mb4 not null,
    fingerprint longtext character set utf8mb4 not null,
    primary key (program, version)
) engine = InnoDB;

create table laurel_outbox (
    id bigint not null auto_increment primary key,
    program varbinary(80) not null,
    customer varbinary(600) not null,
    position bigint not null
) engine = InnoDB;
