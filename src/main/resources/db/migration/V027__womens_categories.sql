-- Which help a woman of the household may need (妇女类别). Some are of class R: who reaches that class is data (access.csv).
alter table household_member
    add column womens_categories text[] not null default '{}';
