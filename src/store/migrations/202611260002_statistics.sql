-- Statistics that all governments share: projections, censuses, the register, rates. Exempt from row-level security: they are published
-- figures about places, not a government's own rows. Append-only; what is published again is a new vintage.

set local search_path to shirube;

-- 統計表 (dataset): one vintage of one table.
create table dataset (
  id text primary key,
  series text not null,
  vintage integer not null check (vintage > 0),
  kind text not null check (kind in ('projection', 'census', 'register', 'rates', 'tfr', 'vital')),
  title text not null,
  edition text,
  published text,
  source text not null,
  file text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  areas integer not null,
  rows integer not null,
  first_year integer not null,
  last_year integer not null,
  imported_at timestamptz not null,
  imported_by text not null,
  unique (series, vintage),
  unique (series, sha256)
);

-- 地域 (area) as the table names it.
create table dataset_area (
  dataset text not null references dataset,
  code text not null check (code ~ '^[0-9]{5}$'),
  name text not null,
  primary key (dataset, code)
);
create index dataset_area_code on dataset_area (code, dataset);

-- 人口: one area and year, people by five-year age group, youngest first. `unknown` is 年齢不詳.
create table dataset_people (
  dataset text not null references dataset,
  area text not null,
  year integer not null check (year between 1868 and 2200),
  male double precision[] not null,
  female double precision[] not null,
  unknown_male double precision,
  unknown_female double precision,
  origin text not null,
  primary key (dataset, area, year),
  foreign key (dataset, area) references dataset_area,
  check (cardinality(male) = cardinality(female) and cardinality(male) between 18 and 20)
);

-- 仮定値: one area and step of five years from `year`.
create table dataset_rates (
  dataset text not null references dataset,
  area text not null,
  year integer not null check (year between 1868 and 2200),
  survival_male double precision[],
  survival_female double precision[],
  migration_male double precision[],
  migration_female double precision[],
  child_woman_ratio double precision,
  male_share double precision,
  origin text not null,
  primary key (dataset, area, year),
  foreign key (dataset, area) references dataset_area
);

-- 値: one figure of an area and year (出生数, 合計特殊出生率 …).
create table dataset_value (
  dataset text not null references dataset,
  area text not null,
  year integer not null check (year between 1868 and 2200),
  what text not null,
  value double precision not null,
  origin text not null,
  primary key (dataset, area, what, year),
  foreign key (dataset, area) references dataset_area
);

do $$
declare t text;
begin
  foreach t in array array['dataset', 'dataset_area', 'dataset_people', 'dataset_rates', 'dataset_value'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;
