-- What the rules end because of a fact stands again when that fact was a mistake; what a person ended does not.
alter table child_category
    add column ended_from text,
    add constraint child_category_ended_from check (ended_from in ('CLAIMED', 'VERIFIED', 'APPROVED')) not valid;

comment on column child_category.ended_from is 'What it was when the rules ended it. Null where they did not.';
