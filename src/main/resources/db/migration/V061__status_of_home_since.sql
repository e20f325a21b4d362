alter table childrens_home add column status_since date;
