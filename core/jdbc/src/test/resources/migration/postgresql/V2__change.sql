-- A change on purpose, as a later release may make one: tables of before must stay readable.

alter table laurel_account add column tier varchar(100);

create index laurel_event_recorded on laurel_event (recorded_at);

update laurel_account set tier = 'unknown';
