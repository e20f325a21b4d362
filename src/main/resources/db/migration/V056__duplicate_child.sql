-- The file that seems to be of the same person; a draft that two phones made of one child. No foreign key: it is a hint, and
-- outlives nothing.
alter table child add column duplicate_of uuid;
