-- An operation that its author corrected by another one is settled too. What was stored before keeps the narrower rule.
alter table sync_operation drop constraint sync_operation_settled_as_check;
alter table sync_operation
    add constraint sync_operation_settled_as_check check (settled_as in ('ACCEPTED', 'DISMISSED', 'CORRECTED')) not valid;
