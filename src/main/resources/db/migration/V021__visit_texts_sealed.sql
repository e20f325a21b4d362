-- What visitors write of health and family is encrypted. The previous release goes on writing the columns in the clear; the
-- job that changes keys moves their texts into the new ones.

alter table visit
    add column findings_cipher bytea,
    add column actions_note_cipher bytea;
alter table visit_child
    add column injury_area_cipher bytea,
    add column injury_cause_cipher bytea,
    add column findings_cipher bytea;

-- Serve the search for texts that still stand in the clear.
create index visit_in_the_clear on visit (id) where findings is not null or actions_note is not null;
create index visit_child_in_the_clear on visit_child (visit_id, child_id)
    where injury_area is not null or injury_cause is not null or findings is not null;
