-- The first schema. House rules: forward only; never rename or reuse a column; facts are append-only; every table of a
-- government carries its code first in every key and is guarded by forced row-level security.

create schema if not exists shirube;
set local search_path to shirube;

-- The role under which every statement of the application runs. It owns nothing and bypasses nothing.
do $$ begin
  if not exists (select from pg_roles where rolname = 'shirube_app') then
    create role shirube_app nologin nobypassrls noinherit;
  end if;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'shirube_app', 'member') then
    execute format('grant shirube_app to %I', current_user);
  end if;
exception when insufficient_privilege then
  raise exception 'the role shirube_app exists already and % may not use it', current_user
    using hint = format('Have the owner of the server run: GRANT shirube_app TO %I', current_user);
end $$;
grant usage on schema shirube to shirube_app;

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: correct with a new row', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- 団体 (government). Exempt from row-level security: the directory of governments is public.
create table government (
  code text primary key check (code ~ '^[0-9]{6}$'),
  name text not null,
  name_en text,
  kind text not null check (kind in ('prefecture', 'city', 'ward', 'town', 'village', 'other')),
  fictional boolean not null default false,
  sample boolean not null default false,
  registered_at timestamptz not null
);

-- 団体の変遷: renamed, merged, split. Public, like the directory.
create table government_event (
  id bigint generated always as identity primary key,
  code text not null references government,
  day date not null,
  what text not null check (what in ('founded', 'renamed', 'merged-into', 'split-into', 'abolished')),
  other_code text,
  note text,
  recorded_at timestamptz not null
);

-- 変更の記録 (change): who did what, when and why. Every write of a use case begins with one.
create table change (
  government text not null references government,
  id bigint generated always as identity,
  at timestamptz not null,
  actor text not null,
  role text not null,
  action text not null,
  subject text not null,
  reason text,
  detail jsonb,
  primary key (government, id)
);
create index change_subject on change (government, subject, id);

-- 構成要素 (element): one version of one piece of structure. A plan edition is the list of its elements; indicators,
-- departments, projects, schemes and settings of the government itself have owner ''. An interval of knowledge is closed
-- when the next version comes, so any past moment can be read again.
create table element (
  government text not null references government,
  owner text not null,
  kind text not null,
  id text not null,
  change bigint not null,
  parent text,
  position integer not null,
  body jsonb not null,
  known_from timestamptz not null,
  known_to timestamptz,
  indicator text generated always as (body ->> 'indicator') stored,
  project text generated always as (body ->> 'project') stored,
  primary key (government, owner, kind, id, change),
  foreign key (government, change) references change,
  check (known_to is null or known_to >= known_from)
);
create unique index element_current on element (government, owner, kind, id) where known_to is null;
create index element_indicator on element (government, indicator) where indicator is not null;
create index element_project on element (government, project) where project is not null;

create function only_close_element() returns trigger language plpgsql as $$
begin
  -- The generated columns are not computed yet in a before trigger; they follow the body.
  if old.known_to is null and new.known_to is not null
     and to_jsonb(new) - array['known_to', 'indicator', 'project'] = to_jsonb(old) - array['known_to', 'indicator', 'project'] then
    return new;
  end if;
  raise exception 'a version of an element never changes: write the next one' using errcode = 'integrity_constraint_violation';
end $$;
create trigger element_only_closed before update on element for each row execute function only_close_element();
create trigger element_kept before delete on element for each row execute function forbid_change();

-- 実績値 (actual). A correction or a withdrawal is a new row that points at what it corrects.
create table actual (
  government text not null references government,
  id bigint generated always as identity,
  indicator text not null,
  year integer not null check (year between 1868 and 2200),
  kind text not null check (kind in ('known', 'missing', 'withdrawn')),
  value numeric,
  why text check (why in ('not-yet-published', 'cannot-be-measured', 'no-survey', 'ended', 'not-applicable', 'withheld')),
  qualifier text,
  provisional boolean not null default false,
  vintage text,
  span jsonb,
  n integer,
  note text,
  source text,
  corrects bigint,
  reason text,
  change bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (government, id),
  foreign key (government, corrects) references actual,
  foreign key (government, change) references change,
  check ((kind = 'known') = (value is not null)),
  check ((kind = 'missing') = (why is not null)),
  check (corrects is null or reason is not null)
);
create index actual_series on actual (government, indicator, year, id);
create unique index actual_corrected_once on actual (government, corrects) where corrects is not null;

-- 判定 (judgement): computed ones are frozen when a year is closed; a person's stands beside the computed one.
create table judgement (
  government text not null references government,
  id bigint generated always as identity,
  plan text not null,
  commitment text not null,
  year integer not null,
  stage text not null check (stage in ('computed', 'first', 'second', 'committee')),
  scheme text not null,
  scheme_version text not null,
  grade text,
  outcome jsonb not null,
  actual bigint,
  reason text,
  change bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (government, id),
  foreign key (government, actual) references actual,
  foreign key (government, change) references change,
  check (stage = 'computed' or reason is not null)
);
create index judgement_of on judgement (government, plan, commitment, year, id);

-- 年度の状態: the moves of a plan's year. The last one says where it stands.
create table cycle_move (
  government text not null references government,
  id bigint generated always as identity,
  plan text not null,
  year integer not null,
  move text not null check (move in ('close', 'reopen', 'publish')),
  reason text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change,
  check (move <> 'reopen' or reason is not null)
);
create index cycle_move_of on cycle_move (government, plan, year, id);

-- 公表 (publication): an immutable snapshot, kept as the very text that was hashed.
create table publication (
  government text not null references government,
  id bigint generated always as identity,
  plan text not null,
  year integer not null,
  number integer not null,
  snapshot text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  note text,
  change bigint not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (government, id),
  unique (government, plan, year, number),
  foreign key (government, change) references change
);

-- 予算・決算 (appropriation): amounts known outside a plan's own pages.
create table appropriation (
  government text not null references government,
  id bigint generated always as identity,
  project text not null,
  year integer not null check (year between 1868 and 2200),
  kind text not null check (kind in ('initial', 'supplementary', 'carried-over', 'expected-outturn', 'executed', 'outturn')),
  month integer check (month between 1 and 12),
  yen bigint not null,
  unit text not null,
  funding_source text,
  source text,
  corrects bigint,
  reason text,
  change bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (government, id),
  foreign key (government, corrects) references appropriation,
  foreign key (government, change) references change,
  check (corrects is null or reason is not null)
);
create index appropriation_of on appropriation (government, project, year, id);

-- 意見と対応方針 (opinion, response) of outside experts.
create table opinion (
  government text not null references government,
  id bigint generated always as identity,
  plan text not null,
  year integer not null,
  subject text not null,
  panel text not null,
  text text not null,
  answers bigint,
  state text check (state in ('done', 'begun', 'continuing', 'not-taken')),
  department text,
  change bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (government, id),
  foreign key (government, answers) references opinion,
  foreign key (government, change) references change
);
create index opinion_of on opinion (government, plan, year, id);

-- 所属と役割 (membership): users are global (schema auth), what they may do is per government.
create table membership (
  government text not null references government,
  id bigint generated always as identity,
  user_id text not null,
  role text not null,
  department text,
  granted_at timestamptz not null,
  granted_by text not null,
  ended_at timestamptz,
  primary key (government, id)
);
create unique index membership_current on membership (government, user_id, role) where ended_at is null;
create index membership_user on membership (user_id);

do $$
declare t text;
begin
  foreach t in array array['change', 'actual', 'judgement', 'cycle_move', 'publication', 'appropriation', 'opinion'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
  end loop;
  foreach t in array array['change', 'element', 'actual', 'judgement', 'cycle_move', 'publication', 'appropriation', 'opinion', 'membership'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;

-- A person may see where they belong, whichever government is being served.
create policy of_user on membership for select using (user_id = current_setting('shirube.user', true));

grant update (known_to) on element to shirube_app;
grant update (ended_at) on membership to shirube_app;
grant select, insert on government, government_event to shirube_app;
