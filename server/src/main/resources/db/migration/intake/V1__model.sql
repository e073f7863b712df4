-- 分诊模型. What the city's own decisions taught; the newest accepted one of a subject is in use.

create table model (
  subject      text        not null check (subject in ('CATEGORY', 'KIND')),
  version      int         not null,
  learned_at   timestamptz not null,
  orders       int         not null,              -- decided orders that it was learned from; 0: the catalogue alone
  newest       uuid,                              -- the newest of them
  texts        int         not null,              -- measured on so many that were held back
  macro_f1     float8      not null,
  accuracy     float8      not null,
  top3         float8      not null,
  ece          float8      not null,              -- expected calibration error
  coverage90   float8      not null,
  accuracy90   float8      not null,
  accepted     boolean     not null,              -- false: the one before was better, and stays
  why          text        not null check (why in ('FIRST', 'BETTER_ON_FRESH', 'WORSE_ON_FRESH', 'AS_GOOD', 'WORSE')),
  compared     int         not null,              -- on so many orders that the one before had not seen
  rival        float8,                            -- accuracy of the one before on those
  own          float8,                            -- and of this one
  bytes        bytea,                             -- numbers and weights, no text; only of the last two accepted
  primary key (subject, version),
  constraint a_refused_model_is_not_kept check (accepted or bytes is null)
);

-- 学到的地名. Names that the city's own list lacks and that several requests have.
create table learned_place (
  name       text        primary key,
  learned_at timestamptz not null
);
