-- Cards that the office gives by hand, proposals that no longer hold since a value was corrected, and notes on cards that were issued.
alter table card alter column rule_id drop not null;
alter table card add column noted_at timestamptz;

comment on column card.rule_id is 'Null for a card by hand: no rule asks for it.';
comment on column card.noted_at is 'When the rules ceased to ask for it since figures were corrected; null while they do.';

alter table card drop constraint card_status_check;
alter table card add constraint card_status_check
    check (status in ('PROPOSED', 'ISSUED', 'REPLIED', 'DISMISSED', 'WITHDRAWN', 'CLEARED', 'UPGRADED', 'REVOKED'));
alter table card drop constraint card_check1;
alter table card add constraint card_issued_on
    check ((issued_on is null) = (status in ('PROPOSED', 'DISMISSED', 'WITHDRAWN')));

comment on column card.status is
    'REPLIED: its letter was answered. WITHDRAWN: proposed, and taken back by the rules. REVOKED: issued in error; it does not count.';

alter table card_act drop constraint card_act_kind_check;
alter table card_act add constraint card_act_kind_check
    check (kind in ('PROPOSE', 'RENEW', 'WITHDRAW', 'NOTE', 'HAND', 'ISSUE', 'DISMISS', 'REPLY', 'CLEAR', 'UPGRADE', 'REVOKE'));
alter table card_act drop constraint card_act_check;
alter table card_act add constraint card_act_rule check (
    num_nulls(colour, rule_code, value_version) = case when kind in ('PROPOSE', 'RENEW', 'HAND') then 0 else 3 end
    and num_nulls(rule_id, threshold) = case when kind in ('PROPOSE', 'RENEW') then 0 else 2 end);
alter table card_act drop constraint card_act_check1;
alter table card_act add constraint card_act_figures check (
    num_nulls(compared, small, operator, target_value) = case when value_version > 0 then 0 else 4 end
    or (kind = 'HAND' and num_nulls(compared, small, operator, target_value) in (0, 4)));
alter table card_act drop constraint card_act_check2;
alter table card_act add constraint card_act_person check (
    num_nulls(worker_id, appointment_id, request_hash)
        = case when kind in ('PROPOSE', 'RENEW', 'WITHDRAW', 'NOTE') then 3 else 0 end);
