-- Days on which people work or not other than their weekday says (国务院办公厅关于节假日安排的通知), a year replaced as a whole.
create table work_calendar_day (
    area_code bigint references area (code),
    day       date    not null,
    working   boolean not null,
    name      text    not null,
    constraint work_calendar_day_once unique nulls not distinct (area_code, day)
);

comment on column work_calendar_day.area_code is 'Null: of the whole country; else days of this area and what lies below (民族自治地方).';

create trigger work_calendar_day_stamp after insert or update or delete on work_calendar_day
    for each statement execute function raise_rules_stamp();
