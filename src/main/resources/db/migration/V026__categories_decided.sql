-- Categories are claimed or proposed, verified, approved or refused, and end.
alter table child_category
    add column by_rule boolean not null default false,
    add column other_text text,
    add column recognised_organisation_id uuid references organisation (id),
    add column recognised_on date,
    add column doc_no text;

comment on column child_category.by_rule is 'Proposed from the parents'' facts; nobody has confirmed it while it is CLAIMED.';
comment on column child_category.end_date is 'From this day on it does not hold.';

-- A category of one code stands once at a time, also when two nodes propose it together.
create unique index child_category_once on child_category (child_id, category_code)
    where status in ('CLAIMED', 'VERIFIED', 'APPROVED') and end_date is null;

-- When the rules must look at the categories of a child again. Beside the child, so that a look re-sends no file to any phone.
create table category_look (
    child_id uuid primary key references child (id) on delete cascade,
    look_on  date not null
);

-- Serves the review: whose day has come.
create index category_look_due on category_look (look_on);

-- Asks for a look as soon as possible; what is not asked here is asked on a day that the rules name.
create function look_at_categories(p_children uuid[]) returns void
    language sql
as $$
    insert into category_look (child_id, look_on)
    select c, date '1900-01-01' from (select distinct c from unnest(p_children) c order by c) changed
    on conflict (child_id) do update set look_on = excluded.look_on where category_look.look_on <> excluded.look_on
$$;

create function child_changed_for_categories() returns trigger
    language plpgsql
as $$
begin
    perform look_at_categories(array [new.id]);
    return null;
end
$$;

create function part_changed_for_categories() returns trigger
    language plpgsql
as $$
begin
    perform look_at_categories(array [new.child_id]);
    return null;
end
$$;

create function member_changed_for_categories() returns trigger
    language plpgsql
as $$
begin
    perform look_at_categories(array(select child_id from member_child where member_id = new.id));
    return null;
end
$$;

create trigger child_category_look after insert or update of birth_date, rural_hukou, file_status on child
    for each row execute function child_changed_for_categories();
create trigger member_child_category_look after insert or update of relation_code on member_child
    for each row execute function part_changed_for_categories();
create trigger child_category_category_look after insert or update of status, end_date on child_category
    for each row execute function part_changed_for_categories();
create trigger household_member_category_look
    after update of vital_status, guardianship_ability, is_away, away_since on household_member
    for each row execute function member_changed_for_categories();

-- Files that were there before.
insert into category_look (child_id, look_on)
select id, date '1900-01-01' from child where file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING');
