-- Pushes that can wait are gathered: one message a device, and then none for ten minutes. What is urgent goes alone.
-- A node of the release before writes deliveries that are not gathered; each is one message, as before.
alter table delivery
    add column gathered boolean not null default false,
    add column platform text;

comment on column delivery.platform is 'Of the device when it was written: a refusal may concern one platform only.';

-- Serves the sender: all that gathered for a device.
create index delivery_waiting on delivery (device_id, channel) where state = 'PENDING' and gathered;
-- Serves the alarm that nothing gets through to a platform.
create index delivery_barred on delivery (created_at) where state = 'PENDING' and error = 'THIRD_PARTY_AUTH_ERROR';
-- Serves the administrator's list of dead letters.
create index delivery_dead on delivery (created_at, notification_id, device_id) where state = 'DEAD';

-- When a device may next be sent what gathered for it, and which node does so now.
create table push_round (
    device_id    uuid not null,
    channel      text not null,
    not_before   timestamptz,
    lease_owner  uuid,
    leased_until timestamptz,
    primary key (device_id, channel)
);

-- Serves the clean-up.
create index push_round_over on push_round (not_before);

-- Serves GET /notifications?unread=true and the count of what is unread.
create index notification_unread on notification (worker_id, created_at desc, id desc) where read_at is null;
-- Serves the forgetting of what was read long ago.
create index notification_read on notification (created_at) where read_at is not null;
