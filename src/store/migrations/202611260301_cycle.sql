-- 進行管理 (the cycle): stages of a year, who stands in for whom, who answers what, questions, evidence, and what was told by letter.
set local search_path to shirube;

-- 段階の一手 (stage move): begun, finished, reopened with a reason, for one department alone where it is named.
create table stage_move (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  stage text not null check (stage in ('report', 'assess', 'steering', 'review', 'decide', 'budget', 'publish')),
  move text not null check (move in ('begin', 'finish', 'reopen')),
  department text,
  reason text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change,
  check (move <> 'reopen' or reason is not null)
);
create index stage_move_of on stage_move (government, year, id);

-- 代理 (delegation): a hat that another person wears too, from a day to a day in Japan.
create table delegation (
  government text not null references government,
  id bigint generated always as identity,
  giver text not null,
  deputy text not null check (deputy <> giver),
  role text not null check (role in ('reporter', 'approver')),
  department text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);
create index delegation_of on delegation (government, deputy, id);

create table delegation_end (
  government text not null references government,
  id bigint generated always as identity,
  delegation bigint not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, delegation) references delegation,
  foreign key (government, change) references change
);

-- 担当者 (assignment): who in the department answers an indicator of a year. The last row counts; nobody, where it names no one.
create table assignment (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  indicator text not null,
  user_id text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);
create index assignment_of on assignment (government, year, indicator, id);

-- 質問と答え (question): `answers` is the question that a text belongs to; `side` is who wrote it.
create table question (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  department text not null,
  indicator text,
  answers bigint,
  side text not null check (side in ('department', 'planning')),
  text text not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, answers) references question,
  foreign key (government, change) references change
);
create index question_of on question (government, year, id);

-- 根拠資料 (evidence): a file that shows where an answer comes from. A removed one is not offered any more, and stays.
create table evidence (
  government text not null references government,
  id bigint generated always as identity,
  year integer not null check (year between 1868 and 2200),
  indicator text not null,
  name text not null,
  kind text not null check (kind in ('pdf', 'xlsx', 'docx', 'csv', 'png', 'jpg', 'txt')),
  size integer not null check (size between 1 and 20000000),
  sha256 text not null,
  shows text not null,
  content bytea not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);
create index evidence_of on evidence (government, year, indicator, id);

create table evidence_removed (
  government text not null references government,
  id bigint generated always as identity,
  evidence bigint not null,
  reason text not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, evidence) references evidence,
  foreign key (government, change) references change
);

-- まとめのメール: whether a person wants the weekly digest. The last row counts.
create table digest_choice (
  government text not null references government,
  id bigint generated always as identity,
  user_id text not null,
  wanted boolean not null,
  at timestamptz not null,
  primary key (government, id)
);
create index digest_choice_of on digest_choice (government, user_id, id);

-- A letter of a slot is queued once for a person, however many servers look.
alter table outbox add column slot text;
create unique index outbox_slot on outbox (government, slot, user_id) where slot is not null;
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check
  check (kind in ('invitation', 'added', 'reset', 'reminder', 'digest', 'returned', 'question', 'answer'));

do $$
declare t text;
begin
  foreach t in array array['stage_move', 'delegation', 'delegation_end', 'assignment', 'question', 'evidence', 'evidence_removed', 'digest_choice'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;

-- Was the answer to an indicator of a year approved? Moves are for who gathers, and this tells nothing of them but that: it is asked as the system.
create function is_approved(asked_year integer, asked text) returns boolean language plpgsql volatile as $$
declare
  acting text := current_setting('shirube.actor', true);
  found boolean;
begin
  perform set_config('shirube.actor', '"system"', true);
  found := exists (select from shirube.report_move m
    where m.government = current_setting('shirube.government', true) and m.year = asked_year and m.indicator = asked and m.move = 'approve');
  perform set_config('shirube.actor', coalesce(acting, ''), true);
  return found;
end $$;

-- Who may add rows, and who sees them. Evidence is for the department and who gathers it until the answer is approved, then for all staff. What departments and planning write to each other is for the two of them.
do $$
declare rule text[];
begin
  foreach rule slice 1 in array array[
    ['stage_move', '(select may(''cycle:move'')) or (select may(''round:open''))', '(select may(''staff:read''))'],
    ['delegation', '(select may(''cycle:move'')) or giver = current_setting(''shirube.user'', true) and (select may_write())', '(select may(''staff:read''))'],
    ['delegation_end', $rule$ (select may('cycle:move')) or (select may_write()) and exists (select from delegation d
      where d.government = current_setting('shirube.government', true) and d.id = delegation and d.giver = current_setting('shirube.user', true)) $rule$,
      '(select may(''staff:read''))'],
    ['assignment', '(select may(''report:write'')) or may(''report:write'', owner_of(indicator))', '(select may(''staff:read''))'],
    ['question', '(select may(''round:open'')) or may(''report:write'', department)',
      '(select may(''round:open'')) or may(''report:write'', department)'],
    ['evidence', '(select may(''report:write'')) or may(''report:write'', owner_of(indicator))',
      $rule$ (select may('report:write')) or indicator in (select own_indicators('report:write'))
        or (select may('staff:read')) and is_approved(year, indicator) $rule$],
    ['evidence_removed', $rule$ (select may('report:write')) or exists (select from evidence e
      where e.government = current_setting('shirube.government', true) and e.id = evidence and may('report:write', owner_of(e.indicator))) $rule$,
      $rule$ exists (select from evidence e where e.government = current_setting('shirube.government', true) and e.id = evidence) $rule$],
    ['digest_choice', '(select is_system()) or user_id = current_setting(''shirube.user'', true)',
      '(select is_system()) or user_id = current_setting(''shirube.user'', true)']
  ] loop
    execute format('create policy insert_by_role on %I as restrictive for insert with check (%s)', rule[1], rule[2]);
    execute format('create policy select_by_role on %I as restrictive for select using (%s)', rule[1], rule[3]);
  end loop;
end $$;
