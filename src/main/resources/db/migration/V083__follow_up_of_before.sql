-- Files that were there before are planned once, over some hours, so that no node does it all at once.
insert into follow_up_look (child_id, look_at)
select id, now() + (hashtext(id::text) & 16383) * interval '1 second'
from child
where file_status in ('ACTIVE', 'TRANSFER_PENDING');
