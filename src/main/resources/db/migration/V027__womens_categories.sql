-- Which help a woman of the household may need (妇女类别). Some are of class R: who reaches that class is data (access.csv).
-- Null where there is none: Hibernate takes an empty array that it reads for a change, and would write it back.
alter table household_member
    add column womens_categories text[] check (cardinality(womens_categories) > 0);
