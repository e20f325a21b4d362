-- A card follows its letter (督办函): replied to, and red where the letter is not answered by its deadline.
alter table card drop constraint card_status_check;
alter table card add constraint card_status_check
    check (status in ('PROPOSED', 'ISSUED', 'REPLIED', 'DISMISSED', 'CLEARED', 'UPGRADED', 'REVOKED'));
alter table card drop constraint card_check;
alter table card add constraint card_ended_on check ((ended_on is null) = (status in ('PROPOSED', 'ISSUED', 'REPLIED')));

comment on column card.status is 'REPLIED: its letter was answered. REVOKED: issued in error; it does not count.';

alter table card_act drop constraint card_act_kind_check;
alter table card_act add constraint card_act_kind_check
    check (kind in ('PROPOSE', 'RENEW', 'ISSUE', 'DISMISS', 'REPLY', 'CLEAR', 'UPGRADE', 'REVOKE'));

alter table card_rule drop constraint card_rule_condition_check;
alter table card_rule add constraint card_rule_condition_check
    check (condition in ('GAP_ABOVE', 'WORSENING', 'YELLOW_AGAIN', 'NOT_SUBMITTED', 'LETTER_OVERDUE'));

-- From tomorrow on: servers of the release before, which still run, do not know the condition.
insert into card_rule (code, colour, condition, threshold, valid_from)
values ('R-LETTER', 'RED', 'LETTER_OVERDUE', 1, (now() at time zone 'Asia/Shanghai')::date + 1);
