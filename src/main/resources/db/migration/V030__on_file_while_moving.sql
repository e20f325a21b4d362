-- A child on its way is on file as much as any other: it cannot be registered a second time meanwhile.
create unique index child_id_number_pending on child (id_number_hash)
    where id_number_hash is not null and file_status in ('ACTIVE', 'TRANSFER_PENDING');
create unique index child_id_number_next_pending on child (id_number_hash_next)
    where id_number_hash_next is not null and file_status in ('ACTIVE', 'TRANSFER_PENDING');
drop index child_id_number;
drop index child_id_number_next;
