-- Which evidence files stand behind a value, an answer to a letter, and a claim. Null: none.
alter table indicator_value add column evidence_file_ids uuid[];
alter table indicator_value_act add column evidence_file_ids uuid[];
alter table supervision_letter add column reply_file_ids uuid[];
alter table supervision_act add column reply_file_ids uuid[];
alter table responsibility add column signed_file_id uuid;
alter table responsibility add constraint responsibility_signed_file
    foreign key (signed_file_id) references evidence_file (id) not valid;

comment on column indicator_value.evidence_file_ids is 'Of this version; those of the versions before stand in indicator_value_act.';
comment on column supervision_letter.reply_file_ids is 'With the last answer; those before stand in supervision_act.';
comment on column responsibility.signed_file_id is 'The book with seal and signature that came with the claim.';
