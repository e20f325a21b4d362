-- Supervision letters (督办函): what a unit is asked to put right because of a card, and until when.
create table supervision_number (
    area_code bigint  not null references area (code),
    year      integer not null,
    last      integer not null check (last > 0),
    primary key (area_code, year)
);

comment on table supervision_number is
    'The last number that an office has given in a year: raised in the transaction that issues a letter, so that none is left out.';

create table supervision_letter (
    id                  uuid primary key,
    card_id             uuid        not null references card (id),
    area_code           bigint      not null references area (code),
    unit_id             uuid        not null references organisation (id),
    indicator_code      text        not null,
    status              text        not null
        check (status in ('DRAFT', 'ISSUED', 'RECEIVED', 'REPLIED', 'ACCEPTED', 'NOT_ACCEPTED', 'CLOSED')),
    content             text        not null,
    days                integer     not null,
    colour              text        not null check (colour in ('YELLOW', 'RED')),
    number_year         integer,
    number              integer,
    letter_no           text,
    issued_on           date,
    rectify_due_on      date,
    reason_zh           text,
    reason_en           text,
    value               numeric,
    year_target         text,
    gap_percent         numeric,
    signed_for_at       timestamptz,
    reply_text          text,
    replied_at          timestamptz,
    review_reason       text,
    missed_on           date,
    accountability_on   date,
    accountability_note text,
    closed_on           date,
    look_at             timestamptz,
    request_hash        bytea       not null,
    created_at          timestamptz not null,
    created_by          uuid        not null references worker (id),
    version             integer     not null default 0,
    check (num_nulls(number_year, number, letter_no, issued_on, rectify_due_on, reason_zh, reason_en) in (0, 7)),
    check (status not in ('ISSUED', 'RECEIVED', 'REPLIED', 'ACCEPTED', 'NOT_ACCEPTED') or letter_no is not null),
    check ((closed_on is null) = (status <> 'CLOSED')),
    check (num_nulls(accountability_on, accountability_note) in (0, 2)),
    check (num_nulls(reply_text, replied_at) in (0, 2))
);

comment on table supervision_letter is 'Never deleted. What it says of the indicator is kept as it was when it was issued.';
comment on column supervision_letter.days is 'From the issue to the deadline.';
comment on column supervision_letter.letter_no is 'As it stands on the letter, such as 妇儿工委督〔2026〕3号; null while it is a draft.';
comment on column supervision_letter.value is 'On which the card went; null where the value was missing.';
comment on column supervision_letter.reply_text is 'The last answer; those before stand in supervision_act.';
comment on column supervision_letter.missed_on is 'The first deadline that passed without an answer: from then on the interview (约谈) stands.';
comment on column supervision_letter.look_at is 'When somebody next looks whom to tell; null when nothing more follows.';

-- A card has one letter.
create unique index supervision_letter_card on supervision_letter (card_id);
-- Serve the list of an area, the list of a unit, and the sweep.
create index supervision_letter_area on supervision_letter (area_code, indicator_code, id);
create index supervision_letter_unit on supervision_letter (unit_id, area_code, indicator_code, id);
create index supervision_letter_look on supervision_letter (look_at) where look_at is not null;

create trigger supervision_letter_version
    before update of status, content, days, rectify_due_on, missed_on, accountability_on on supervision_letter
    for each row execute function raise_version();

-- Serves the wall chart and the key supervision list: what goes on is little beside what went on.
create index supervision_letter_open on supervision_letter (area_code) where status not in ('DRAFT', 'CLOSED');

-- What was told of a letter: each stage once a deadline.
create table supervision_told (
    letter_id uuid        not null references supervision_letter (id),
    stage     text        not null check (stage in ('ISSUED', 'SOON_7', 'SOON_3', 'SOON_1', 'OVERDUE', 'REPLIED', 'ACCEPTED', 'NOT_ACCEPTED')),
    due_on    date        not null,
    told_at   timestamptz not null,
    primary key (letter_id, stage, due_on)
);
