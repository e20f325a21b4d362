-- Yellow and red cards (亮黄牌、红牌), and the rules by which they are proposed.
create table card_rule (
    id             uuid primary key default gen_random_uuid(),
    code           text   not null,
    area_code      bigint references area (code),
    indicator_code text,
    colour         text    not null check (colour in ('YELLOW', 'RED')),
    condition      text    not null check (condition in ('GAP_ABOVE', 'WORSENING', 'YELLOW_AGAIN', 'NOT_SUBMITTED')),
    threshold      numeric,
    valid_from     date    not null,
    valid_to       date check (valid_to >= valid_from),
    check (threshold is not null or indicator_code is not null),
    unique (code, valid_from)
);

comment on column card_rule.area_code is 'For rules of a county; null for all. None is read yet but the general ones.';
comment on column card_rule.indicator_code is 'Whose rule it is, in place of the general one of its colour and condition; null for all.';
comment on column card_rule.threshold is 'Per cent of the target, quarters in a row, or days after the due day; null: switched off for the indicator.';

insert into card_rule (code, colour, condition, threshold, valid_from)
values ('Y-GAP', 'YELLOW', 'GAP_ABOVE', 0, '2021-01-01'),
       ('R-GAP', 'RED', 'GAP_ABOVE', 10, '2021-01-01'),
       ('Y-WORSE', 'YELLOW', 'WORSENING', 2, '2021-01-01'),
       ('R-AGAIN', 'RED', 'YELLOW_AGAIN', 2, '2021-01-01'),
       ('Y-LATE', 'YELLOW', 'NOT_SUBMITTED', 10, '2021-01-01'),
       ('R-LATE', 'RED', 'NOT_SUBMITTED', 30, '2021-01-01');

create table card (
    id                uuid primary key,
    responsibility_id uuid        not null references responsibility (id),
    period_id         uuid        not null references collection_period (id),
    area_code         bigint      not null references area (code),
    unit_id           uuid        not null references organisation (id),
    indicator_code    text        not null,
    colour            text        not null check (colour in ('YELLOW', 'RED')),
    status            text        not null check (status in ('PROPOSED', 'ISSUED', 'DISMISSED', 'CLEARED', 'UPGRADED', 'REVOKED')),
    rule_id           uuid        not null references card_rule (id),
    rule_code         text        not null,
    condition         text        not null,
    reason_zh         text        not null,
    reason_en         text        not null,
    value_id          uuid references indicator_value (id),
    proposed_at       timestamptz not null,
    issued_on         date,
    ended_on          date,
    upgraded_to       uuid references card (id),
    version           integer     not null default 0,
    check ((ended_on is null) = (status in ('PROPOSED', 'ISSUED'))),
    check ((issued_on is null) = (status in ('PROPOSED', 'DISMISSED'))),
    check ((upgraded_to is null) = (status <> 'UPGRADED'))
);

comment on table card is 'Proposed by a rule, decided on by the committee office; never deleted.';
comment on column card.status is 'REVOKED: issued in error; it does not count.';
comment on column card.condition is 'Of the rule as it was: what was yellow before is counted by it.';
comment on column card.value_id is 'The value for which it is; null where that is missing.';

-- One proposal is open for an indicator, unit and period because of the value, and one because it was missing.
create unique index card_open on card (period_id, area_code, indicator_code, unit_id, (value_id is null)) where status = 'PROPOSED';
-- Serves the cards of a line in a period.
create index card_period on card (period_id, area_code, indicator_code);
-- Serve the list of an area with the quarters before, and the list of a unit.
create index card_area on card (area_code, indicator_code, id);
create index card_unit on card (unit_id);

create trigger card_version before update on card for each row execute function raise_version();

create table card_act (
    id             uuid primary key,
    card_id        uuid        not null references card (id),
    kind           text        not null check (kind in ('PROPOSE', 'RENEW', 'ISSUE', 'DISMISS', 'CLEAR', 'UPGRADE', 'REVOKE')),
    done_at        timestamptz not null,
    colour         text check (colour in ('YELLOW', 'RED')),
    rule_id        uuid references card_rule (id),
    rule_code      text,
    threshold      numeric,
    value_version  integer,
    compared       numeric,
    small          boolean,
    operator       text,
    target_value   numeric,
    target_upper   numeric,
    gap            numeric,
    reason_zh      text        not null,
    reason_en      text        not null,
    worker_id      uuid references worker (id),
    appointment_id uuid references appointment (id),
    request_hash   bytea,
    check (num_nulls(colour, rule_id, rule_code, threshold, value_version) = case when kind in ('PROPOSE', 'RENEW') then 0 else 5 end),
    check (num_nulls(compared, small, operator, target_value) = case when value_version > 0 then 0 else 4 end),
    check (num_nulls(worker_id, appointment_id, request_hash) = case when kind in ('PROPOSE', 'RENEW') then 3 else 0 end)
);

comment on table card_act is 'What the rules and people did to a card; never changed.';
comment on column card_act.compared is 'What was judged, exactly: of small numbers the value of three years; letters are written from these figures.';
comment on column card_act.gap is 'As a part of the target; null where that is nought.';
comment on column card_act.value_version is 'Of the value on which the rule went; 0 where it was missing.';

-- Serves the history of a card, and the question on which grounds it was proposed.
create index card_act_card on card_act (card_id, done_at);
