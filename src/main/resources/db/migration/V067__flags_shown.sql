-- Who is shown the answers of a visit that opened a case. It outlives the answers: an amendment may leave the child out, and the
-- versions before it still tell.
create table visit_flags_shown (
    visit_id uuid not null references visit (id),
    child_id uuid not null,
    posts    uuid[] not null,
    primary key (visit_id, child_id)
);

insert into visit_flags_shown (visit_id, child_id, posts)
select visit_id, child_id, flags_shown_to from visit_child where flags_shown_to is not null;

comment on column visit_child.flags_shown_to is 'Read by the release before visit_flags_shown alone.';
