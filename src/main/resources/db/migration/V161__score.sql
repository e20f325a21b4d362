-- Yearly scores of units (年度绩效考核): drafts, what was published and from what, adjustments, objections.
create table score_book (
    id                uuid primary key,
    area_code         bigint      not null references area (code),
    year              integer     not null,
    status            text        not null check (status in ('DRAFT', 'PUBLISHED', 'REPLACED')),
    edition           integer     not null check (edition > 0),
    replaces          uuid unique references score_book (id),
    reason            text,
    model_version     text        not null,
    catalogue_version text        not null,
    computed_at       timestamptz not null,
    published_on      date,
    published_by      uuid references worker (id),
    publication_id    uuid unique,
    publication_hash  bytea,
    request_hash      bytea       not null,
    created_at        timestamptz not null,
    created_by        uuid        not null references worker (id),
    version           integer     not null default 0,
    check (num_nulls(replaces, reason) in (0, 2)),
    check (num_nulls(published_on, published_by, publication_id, publication_hash) = case status when 'DRAFT' then 4 else 0 end)
);

comment on table score_book is 'The scores of all units of an area for a year; what was published never changes, another edition replaces it.';
comment on column score_book.edition is 'Counted for area and year.';
comment on column score_book.reason is 'Why it replaces the one before.';

create unique index score_book_draft on score_book (area_code, year) where status = 'DRAFT';
create unique index score_book_published on score_book (area_code, year) where status = 'PUBLISHED';
-- Serves the editions of an area and year, one of each number.
create unique index score_book_area on score_book (area_code, year, edition);

create trigger score_book_version before update on score_book for each row execute function raise_version();

create table score_unit (
    book_id uuid    not null references score_book (id),
    unit_id uuid    not null references organisation (id),
    base    numeric,
    score   numeric,
    rank    integer,
    primary key (book_id, unit_id),
    check ((score is null) = (rank is null))
);

comment on column score_unit.base is 'The points of all parts; null where there was nothing to judge.';
comment on column score_unit.score is 'With the adjustments, frozen when it was published.';

-- Serves what was published of a unit.
create index score_unit_unit on score_unit (unit_id);

create table score_part (
    book_id uuid    not null references score_book (id),
    unit_id uuid    not null references organisation (id),
    part    text    not null check (part in ('RESULTS', 'TIMELINESS', 'QUALITY', 'SUPERVISION')),
    weight  numeric not null,
    points  numeric,
    inputs  text    not null,
    primary key (book_id, unit_id, part)
);

comment on column score_part.weight is 'After the weight of parts without anything to judge was spread.';
comment on column score_part.points is 'Null where there was nothing to judge.';
comment on column score_part.inputs is 'How many of each grade, as REACHED=3 CLOSE=1.';

create table score_result (
    book_id           uuid    not null references score_book (id),
    responsibility_id uuid    not null references responsibility (id),
    unit_id           uuid    not null references organisation (id),
    area_code         bigint  not null references area (code),
    indicator_code    text    not null,
    grade             text    not null,
    value             numeric,
    year_target       text,
    primary key (book_id, responsibility_id)
);

comment on table score_result is 'On which indicators the results of a unit were scored, as they were when it was computed.';
comment on column score_result.value is 'As it was compared; null where there was none.';

create table score_adjustment (
    id             uuid primary key,
    book_id        uuid        not null references score_book (id),
    unit_id        uuid        not null references organisation (id),
    points         numeric     not null check (points <> 0 and abs(points) <= 5),
    reason         text        not null,
    done_at        timestamptz not null,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null
);

comment on table score_adjustment is 'By hand of the office, with its reason; at most five points of a unit in all. Never changed.';

-- Serves those of a book.
create index score_adjustment_book on score_adjustment (book_id);

create table score_objection (
    id             uuid primary key,
    book_id        uuid        not null references score_book (id),
    unit_id        uuid        not null references organisation (id),
    area_code      bigint      not null references area (code),
    year           integer     not null,
    words          text        not null,
    made_at        timestamptz not null,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null,
    outcome        text check (outcome in ('UPHELD', 'REJECTED')),
    answer         text,
    answered_at    timestamptz,
    answered_by    uuid references worker (id),
    answer_id      uuid unique,
    answer_hash    bytea,
    check (num_nulls(outcome, answer, answered_at, answered_by, answer_id, answer_hash) in (0, 6))
);

comment on table score_objection is '申诉: what a unit says against its score, and what the office answers; an upheld one asks for another edition.';

-- Once a unit, area and year. Serves those of an area.
create unique index score_objection_once on score_objection (area_code, year, unit_id);
-- Serves those of a book.
create index score_objection_book on score_objection (book_id);
