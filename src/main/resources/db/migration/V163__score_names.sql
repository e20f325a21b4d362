-- What is published keeps the names of its units.
alter table score_unit add column unit_name text;
comment on column score_unit.unit_name is 'As it was when the scores were published; null in a draft';
