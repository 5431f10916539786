-- 役割と行 (roles and rows): what the permission table allows holds for rows too, whatever the application asks. And tokens for programs.
set local search_path to shirube;

-- 権限の表 of domain/access/can.ts, cell by cell; a test compares the two. A change there comes with a migration that replaces these rows.
-- Exempt from row-level security: the rules are the same for every government, and the application may only read them.
create table permission (
  role text not null,
  action text not null,
  reach text not null check (reach in ('all', 'own')),
  primary key (role, action)
);
insert into permission (role, reach, action)
select role, reach, unnest(string_to_array(actions, ' ')) from (values
  ('administrator', 'all', 'staff:read plan:import indicator:settle actual:write judgement:override report:write report:approve round:open'),
  ('administrator', 'all', 'year:close year:reopen year:publish member:grant room:read room:run opinion:write opinion:answer'),
  ('administrator', 'all', 'follow-up:propose follow-up:decide comment:handle comment:answer cycle:move bundle:carry audit:read'),
  ('administrator', 'all', 'token:issue department:write statistics:import'),
  ('planner', 'all', 'staff:read plan:import indicator:settle actual:write judgement:override report:write report:approve round:open'),
  ('planner', 'all', 'year:close year:reopen year:publish room:read room:run opinion:write opinion:answer'),
  ('planner', 'all', 'follow-up:propose follow-up:decide comment:handle comment:answer cycle:move bundle:carry department:write'),
  ('reporter', 'all', 'staff:read room:read'),
  ('reporter', 'own', 'actual:write report:write opinion:answer follow-up:propose comment:answer'),
  ('approver', 'all', 'staff:read room:read'),
  ('approver', 'own', 'actual:write report:write report:approve opinion:answer follow-up:propose comment:answer'),
  ('budget-officer', 'all', 'staff:read room:read'),
  ('executive', 'all', 'staff:read room:read follow-up:decide'),
  ('reviewer', 'all', 'room:read opinion:write'),
  ('auditor', 'all', 'staff:read room:read audit:read'),
  ('viewer', 'all', 'staff:read')
) as cell (role, reach, actions);
grant select on permission to shirube_app;

-- Who acts: the setting shirube.actor, made by store/transaction.ts. '"system"' is the system itself; else the government, the hats and, for a
-- token, its scopes. Empty, as a connection begins, is nobody. Valid JSON throughout, so that a planner that peeks at it meets no error.
create function acting() returns jsonb language sql stable as $$
  select nullif(current_setting('shirube.actor', true), '')::jsonb
$$;

create function is_system() returns boolean language sql stable as $$
  select coalesce(current_setting('shirube.actor', true) = '"system"', false)
$$;

-- What the hats of who acts allow: each cell once, with the department where it reaches no further.
create function allowed() returns table (action text, reach text, department text) language sql stable as $$
  select p.action, p.reach, hat.department
  from jsonb_to_recordset(shirube.acting() -> 'hats') as hat (role text, department text)
  join shirube.permission p on p.role = hat.role
  where shirube.acting() ->> 'government' = current_setting('shirube.government', true)
    and coalesce(shirube.acting() -> 'only' ? p.action, true)
$$;

-- May who acts do this? The SQL of `can`: `owner` is the department that owns the subject. These are in plpgsql, whose plans a session keeps:
-- a function in SQL would be planned anew, or spread out into the statement that asks, for every row that is saved.
create function may(asked text, owner text default null) returns boolean language plpgsql stable as $$
begin
  if shirube.is_system() then return true; end if;
  return exists (select from shirube.allowed() a where a.action = asked and (a.reach = 'all' or a.department = owner));
end $$;

-- May who acts write anything at all?
create function may_write() returns boolean language plpgsql stable as $$
begin
  if shirube.is_system() then return true; end if;
  return exists (select from shirube.allowed() a where a.action not in ('staff:read', 'room:read', 'audit:read'));
end $$;

-- The department that answers for an indicator now.
create function owner_of(asked text) returns text language plpgsql stable as $$
begin
  return (
    select nullif(e.body ->> 'department', 'not-stated') from shirube.element e
    where e.government = current_setting('shirube.government', true) and e.owner = '' and e.kind = 'indicator' and e.id = asked
      and e.known_to is null);
end $$;

-- Indicators for which who acts may do this because they are their own department's.
create function own_indicators(asked text) returns setof text language plpgsql stable as $$
begin
  return query
    select e.id from shirube.element e
    where e.government = current_setting('shirube.government', true) and e.owner = '' and e.kind = 'indicator' and e.known_to is null
      and e.body ->> 'department' in (select a.department from shirube.allowed() a where a.action = asked and a.reach = 'own');
end $$;

-- Does the department of who acts answer for a promise of a plan, in any of its editions?
create function may_for_promise(asked text, asked_plan text, promise text) returns boolean language plpgsql stable as $$
begin
  return exists (
    select from shirube.element e
    where e.government = current_setting('shirube.government', true) and e.kind = 'commitments' and e.id = promise
      and e.known_to is null and split_part(e.owner, '/', 1) = asked_plan and shirube.may(asked, shirube.owner_of(e.indicator)));
end $$;

-- APIトークン: a program enters in the place of a person, in one role, for some actions, until a day. Only the hash of its secret is kept.
create table api_token (
  government text not null references government,
  id bigint generated always as identity,
  name text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  role text not null,
  department text,
  scopes jsonb not null,
  issued_at timestamptz not null,
  issued_by text not null,
  expires_at timestamptz not null,
  change bigint not null,
  primary key (government, id),
  foreign key (government, change) references change
);

-- トークンの出来事: revoked for good; used, once for each day of use.
create table api_token_event (
  government text not null references government,
  id bigint generated always as identity,
  token bigint not null,
  what text not null check (what in ('revoked', 'used')),
  day date not null,
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, token) references api_token
);
create unique index api_token_event_once on api_token_event (government, token, what, (case what when 'used' then day end)) nulls not distinct;

do $$
declare t text;
begin
  foreach t in array array['api_token', 'api_token_event'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;

-- Who may add rows. `(select …)` is asked once a statement, not once a row.
do $$
declare
  rule text[];
  structure text := $rule$ case
    when kind = 'department' then (select may('department:write')) or (select may('plan:import'))
    when kind in ('indicator', 'project', 'node') then (select may('plan:import')) or (select may('department:write'))
      or (kind = 'indicator' and owner = '' and (select may('indicator:settle')))
    when kind = 'setting' then (select may('plan:import')) or (select may('cycle:move'))
    else (select may('plan:import')) end $rule$;
begin
  foreach rule slice 1 in array array[
    ['change', '(select may_write())'],
    ['element', structure],
    ['actual', '(select may(''actual:write'')) or may(''actual:write'', owner_of(indicator))'],
    ['answer', '(select may(''report:write'')) or may(''report:write'', owner_of(indicator))'],
    ['report_move', 'may(case when move in (''submit'', ''take-back'') then ''report:write'' else ''report:approve'' end, owner_of(indicator))'],
    ['round', '(select may(''round:open''))'],
    ['judgement', $rule$ case stage
      when 'computed' then (select may('year:close'))
      when 'first' then (select may('report:approve')) or may_for_promise('report:approve', plan, commitment)
      when 'second' then (select may('judgement:override'))
      else (select may('opinion:write')) end $rule$],
    ['cycle_move', 'may(''year:'' || move)'],
    ['publication', '(select may(''year:publish''))'],
    ['appropriation', '(select may(''plan:import''))'],
    ['opinion', 'case when answers is null then (select may(''opinion:write'')) else may(''opinion:answer'', department) end'],
    ['membership', '(select may(''member:grant''))'],
    ['document', '(select may(''plan:import''))'],
    ['reading', '(select may(''plan:import''))'],
    ['review_step', '(select may(''plan:import''))'],
    ['outbox', '(select may(''member:grant'')) or (select may(''cycle:move''))'],
    ['outbox_attempt', '(select may(''member:grant''))'],
    ['api_token', '(select may(''token:issue''))'],
    ['api_token_event', '(select case what when ''used'' then is_system() else may(''token:issue'') end)']
  ] loop
    execute format('create policy insert_by_role on %I as restrictive for insert with check (%s)', rule[1], rule[2]);
  end loop;
  execute format('create policy update_by_role on element as restrictive for update using (%s)', structure);
  create policy update_by_role on membership as restrictive for update using ((select may('member:grant')));
end $$;

-- Who sees rows. What is published is open; the rest is for staff; what departments are still working on is for themselves and for who gathers it.
do $$
declare
  t text;
  gathered text := '(select may(''report:write'')) or indicator in (select own_indicators(''report:write''))';
begin
  foreach t in array array['change', 'element', 'actual', 'judgement', 'cycle_move', 'appropriation', 'document', 'reading', 'review_step', 'round'] loop
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(''staff:read'')))', t);
  end loop;
  foreach t in array array['answer', 'report_move'] loop
    execute format('create policy select_by_role on %I as restrictive for select using (%s)', t, gathered);
  end loop;
  foreach t in array array['outbox', 'outbox_attempt'] loop
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(''member:grant'')))', t);
  end loop;
  foreach t in array array['api_token', 'api_token_event'] loop
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(''token:issue'')))', t);
  end loop;
  create policy select_by_role on opinion as restrictive for select using ((select may('staff:read')) or (select may('room:read')));
  create policy select_by_role on membership as restrictive for select
    using (user_id = current_setting('shirube.user', true) or (select may('staff:read')));
end $$;

-- Who writes a change need not be one who may read the record of changes: the new id is told by its sequence, not by the row.
grant usage on sequence change_id_seq to shirube_app;

-- What no government owns is read by everybody. The directory is written by the system, statistics by who may import them.
do $$
declare t text;
begin
  foreach t in array array['government', 'government_event', 'dataset', 'dataset_area', 'dataset_people', 'dataset_rates', 'dataset_value'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy open_to_read on %I for select using (true)', t);
    execute format('create policy insert_by_role on %I for insert with check (%s)', t,
      case when t like 'dataset%' then '(select may(''statistics:import''))' else '(select is_system())' end);
  end loop;
end $$;

-- The windows into the schema auth run as the owner of the tables and so ask for themselves.
create or replace function people_here() returns table (user_id text, name text, email text, entered boolean, elsewhere boolean)
language sql volatile security definer set search_path = shirube, auth, pg_temp as $$
  select u."id", u."name", u."email",
    exists (select from auth."account" a where a."userId" = u."id")
      or exists (select from auth."session" s where s."userId" = u."id"),
    serves_elsewhere(u."id")
  from auth."user" u
  where (select may('staff:read'))
    and u."id" in (select m.user_id from membership m where m.government = current_setting('shirube.government', true))
  order by u."id"
$$;

create or replace function person_for(asked_email text, asked_name text, new_id text, at timestamptz) returns text
language plpgsql volatile security definer set search_path = shirube, auth, pg_temp as $$
declare found text;
begin
  if not may('member:grant') then
    raise exception 'only who may grant membership makes a person' using errcode = 'insufficient_privilege';
  end if;
  insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (new_id, asked_name, asked_email, true, at, at) on conflict ("email") do nothing;
  select u."id" into found from auth."user" u where u."email" = asked_email order by 1;
  return found;
end $$;
