-- What the data dictionary asks of a children's home beyond the first release. Empty means not asked: phones that do not know
-- the fields go on registering homes.
alter table childrens_home
    add column geo_lat         numeric(9, 6) check (geo_lat between -90 and 90),
    add column geo_lng         numeric(9, 6) check (geo_lng between -180 and 180),
    add column book_count      integer check (book_count >= 0),
    add column has_sign        boolean,
    add column rules_posted    boolean,
    add column hours_posted    boolean,
    add column children_served integer check (children_served >= 0),
    add check ((geo_lat is null) = (geo_lng is null));

-- The lists of a home: equipment, opening hours, staff, safety checks, funds. They are read and written as a whole.
create table childrens_home_detail (
    home_id uuid primary key references childrens_home (id) on delete cascade,
    lists   jsonb not null
);
