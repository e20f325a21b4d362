-- Which registered children were at an activity (签到名单). Optional: the head counts are what an activity always has.
create table activity_attendance (
    activity_id uuid not null references activity (id) on delete cascade,
    child_id    uuid not null references child (id),
    primary key (activity_id, child_id)
);

-- Serves the activities that a child was at.
create index activity_attendance_child on activity_attendance (child_id);
