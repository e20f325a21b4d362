-- What counties send by SMS, counted in the transaction that decides to send it.
create table sms_spent (
    area_code bigint      not null,
    span      text        not null check (span in ('DAY', 'MONTH')),
    begins    date        not null,
    codes     integer     not null default 0,
    urgent    integer     not null default 0,
    reminders integer     not null default 0,
    low_at    timestamptz,
    primary key (area_code, span, begins)
);

comment on table sms_spent is 'Messages of a county on a day and in a month (Asia/Shanghai), by what they were for. Numbers only.';
comment on column sms_spent.area_code is 'The county that pays; 100000000000 for posts of the whole instance.';
comment on column sms_spent.low_at is 'When four fifths of the budget of that moment were used.';

-- Serves the alarms.
create index sms_spent_low on sms_spent (begins, span) where low_at is not null;
