alter table growing add column more text;
