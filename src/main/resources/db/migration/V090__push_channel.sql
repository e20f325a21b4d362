-- Channels that an administrator has closed while the server runs (停用推送通道): what is theirs waits, and is stale after a day.
create table push_channel_closed (
    channel   text        primary key check (channel in ('FCM', 'JPUSH', 'APNS')),
    closed_at timestamptz not null,
    reason    text        not null
);

-- The alarm that nothing gets through knows the refusals of JPush as well.
drop index delivery_barred;
create index delivery_barred on delivery (created_at)
    where state = 'PENDING'
      and error in ('THIRD_PARTY_AUTH_ERROR', 'JPUSH_1001', 'JPUSH_1004', 'JPUSH_1008', 'JPUSH_1020', 'JPUSH_2003', 'JPUSH_2004');
