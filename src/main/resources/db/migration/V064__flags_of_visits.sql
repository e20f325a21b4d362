-- What a visit says of danger belongs to the incident that it opened: only whoever may see that one sees the answers.
alter table visit_child add column flags_shown_to uuid[];

comment on column visit_child.flags_shown_to is
    'Posts that are shown the answers that opened an incident; null where none was opened, and the classes of the fields decide alone.';
