-- Reminders by SMS can be stopped while the server runs, as pushes can.
alter table push_channel_closed
    drop constraint push_channel_closed_channel_check,
    add constraint push_channel_closed_channel_check check (channel in ('FCM', 'JPUSH', 'APNS', 'SMS'));
