-- Where other rules hold, late tasks are told on other days: their ladder is looked at too.
alter table follow_up_look add column by_rules boolean not null default false;

comment on column follow_up_look.by_rules is 'Asked for since a standard, a calendar or who runs an area has changed, and nothing of the child.';
