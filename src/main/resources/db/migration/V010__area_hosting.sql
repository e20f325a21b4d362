alter table area add column administered_from date;

comment on column area.administered_from is 'First day on which the other authority runs it (托管); null: for as long as anybody remembers.';
