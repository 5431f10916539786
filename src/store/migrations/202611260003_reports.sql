-- 実績の収集: rounds, what departments enter, and its way to approval. All facts: only added to.
set local search_path to shirube;

-- 収集の回 (round): a year was opened, or its dates were changed. The last row of a year counts.
create table round (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  dates jsonb not null,
  reason text,
  change bigint not null,
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);
create index round_of on round (government, year, id);

-- 回答 (answer): one saving of what is entered for an indicator and year. `based_on` is the answer that the person saw; one that was set
-- aside in a conflict stays readable and is never the current one. It is its own record of who and when, so it writes no `change`.
create table answer (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  indicator text not null,
  fields jsonb not null,
  based_on bigint,
  set_aside boolean not null default false,
  via text not null check (via in ('page', 'workbook')),
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (government, id),
  foreign key (government, based_on) references answer
);
create index answer_of on answer (government, year, indicator, id);

-- 報告の一手 (report move): submitted, taken back, returned with a reason, approved.
create table report_move (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  indicator text not null,
  move text not null check (move in ('submit', 'take-back', 'return', 'approve')),
  answer bigint not null,
  reason text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, answer) references answer,
  foreign key (government, change) references change,
  check (move <> 'return' or reason is not null)
);
create index report_move_of on report_move (government, year, indicator, id);

do $$
declare t text;
begin
  foreach t in array array['round', 'answer', 'report_move'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;
