-- 監査 (audit): every view and change of what is not public, chained in batches per government. What could name a person stands apart, in
-- audit_detail, and can be erased: the chain holds its salted digest only. The application may add through functions, and seal; no more.
set local search_path to shirube;
set local timezone to 'UTC';

create table audit_entry (
  government text not null references government,
  id bigint generated always as identity,
  at timestamptz not null,
  kind text not null check (kind in ('view', 'refused', 'change', 'fact', 'erase')),
  role text not null,
  action text not null,
  subject text not null,
  digest text not null,
  primary key (government, id)
);
create index audit_entry_at on audit_entry (government, at, id);

-- Who, and what exactly. For a change or a fact `body` names the rows, as {"table", "keys", "without"}, and the digest is of their contents.
create table audit_detail (
  government text not null,
  entry bigint not null,
  salt text not null,
  person text not null,
  body text not null,
  primary key (government, entry),
  foreign key (government, entry) references audit_entry
);
create index audit_detail_person on audit_detail (government, person, entry);

-- Entries that no batch holds yet.
create table audit_waiting (
  government text not null,
  entry bigint not null,
  primary key (government, entry),
  foreign key (government, entry) references audit_entry
);

-- 封をした束 (batch): root = SHA-256 of the lines of its entries in order, hash = SHA-256 of number, previous hash, root and moment.
create table audit_batch (
  government text not null references government,
  number integer not null check (number > 0),
  entries bigint[] not null,
  root text not null,
  previous text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (government, number)
);

do $$
declare t text;
begin
  foreach t in array array['audit_entry', 'audit_batch'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
  end loop;
  create trigger audit_detail_unchanged before update on audit_detail for each row execute function forbid_change();
  foreach t in array array['audit_entry', 'audit_detail', 'audit_waiting', 'audit_batch'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    -- No right to insert at all: the functions below add, as the owner of the tables.
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(''audit:read'')))', t);
    execute format('grant select on %I to shirube_app', t);
  end loop;
end $$;

create function audit_moment(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function audit_hash(said text) returns text language sql immutable as $$
  select encode(sha256(convert_to(said, 'UTF8')), 'hex')
$$;

create function audit_write(at timestamptz, kind text, role text, action text, subject text, person text, body text, content text)
returns bigint language plpgsql volatile set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare
  code text := current_setting('shirube.government');
  salt text := gen_random_uuid()::text;
  made bigint := nextval(pg_get_serial_sequence('audit_entry', 'id'));
begin
  insert into audit_entry (government, id, at, kind, role, action, subject, digest) overriding system value
    values (code, made, date_trunc('milliseconds', at), kind, role, action, regexp_replace(left(subject, 500), '[\x01-\x1f]', ' ', 'g'),
      audit_hash(concat_ws(E'\x1f', salt, person, content)));
  insert into audit_detail values (code, made, salt, person, body);
  insert into audit_waiting values (code, made);
  return made;
end $$;

-- Rows written by one statement of the application. Restoring and migrating write as the owner, and bring their entries with them.
-- Arguments: the key's columns; columns that may change or are hashed elsewhere.
create function audit_rows() returns trigger
language plpgsql volatile security definer set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare
  keys text[] := string_to_array(tg_argv[0], ' ');
  without text[] := string_to_array(tg_argv[1], ' ');
  person text := coalesce(nullif(current_setting('shirube.user', true), ''), 'system');
  lines text;
  named jsonb;
  first record;
begin
  if current_setting('role') <> 'shirube_app' then return null; end if;
  select string_agg(line, E'\n' order by line collate "C"), jsonb_agg(key order by line collate "C") into lines, named from (
    select (to_jsonb(r) - without)::text as line, (select jsonb_object_agg(k, to_jsonb(r) -> k) from unnest(keys) k) as key from written r
  ) as rows_of_it;
  if named is null then return null; end if;
  if tg_table_name = 'change' and jsonb_array_length(named) = 1 then
    select r.at, r.role, r.action, r.subject into first from written r;
    perform audit_write(first.at, 'change', first.role, first.action, first.subject, person,
      jsonb_build_object('table', tg_table_name, 'keys', named, 'without', without)::text, lines);
  else
    perform audit_write(now(), 'fact', '', tg_table_name, jsonb_array_length(named)::text, person,
      jsonb_build_object('table', tg_table_name, 'keys', named, 'without', without)::text, lines);
  end if;
  return null;
end $$;

-- 記録のもとに置く: from now on, every row that is added to a table is under the chain.
create function audit_table(name text, keys text, without text default '') returns void language plpgsql as $$
begin
  execute format('create trigger %I after insert on shirube.%I referencing new table as written for each statement execute function shirube.audit_rows(%L, %L)',
    name || '_audited', name, keys, without);
end $$;

select audit_table(name, 'id') from unnest(array['change', 'actual', 'judgement', 'cycle_move', 'publication', 'appropriation', 'opinion',
  'round', 'answer', 'report_move', 'review_step', 'reading', 'api_token', 'api_token_event',
  'stage_move', 'delegation', 'delegation_end', 'assignment', 'question', 'evidence_removed', 'digest_choice']) as name;
select audit_table('element', 'owner kind id change', 'known_to indicator project');
select audit_table('membership', 'id', 'ended_at');
select audit_table('document', 'id', 'content');
select audit_table('evidence', 'id', 'content');

-- Views, as a JSON array of {at, kind, role, action, subject, person, body}.
create function audit_views(views jsonb) returns integer
language plpgsql volatile security definer set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare v jsonb;
begin
  if not is_system() then raise exception 'only the system does this' using errcode = 'insufficient_privilege'; end if;
  for v in select value from jsonb_array_elements(views) loop
    if v ->> 'kind' not in ('view', 'refused') then raise exception 'not a view: %', v ->> 'kind'; end if;
    perform audit_write((v ->> 'at')::timestamptz, v ->> 'kind', v ->> 'role', v ->> 'action', v ->> 'subject', v ->> 'person', v ->> 'body', v ->> 'body');
  end loop;
  return jsonb_array_length(views);
end $$;

-- 封をする: the entries that wait become the next batch, if there are enough of them or the oldest has waited long enough.
create function audit_seal(at timestamptz, enough integer, patience interval) returns integer
language plpgsql volatile security definer set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare
  code text := current_setting('shirube.government');
  last audit_batch;
  held bigint[];
  lines text;
  following integer;
  before text;
begin
  if not is_system() then raise exception 'only the system does this' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from audit_waiting w where w.government = code) then return null; end if;
  if (select count(*) from (select from audit_waiting w where w.government = code limit enough) as a_few) < enough and
    (select min(e.at) from audit_waiting w join audit_entry e on e.government = w.government and e.id = w.entry where w.government = code) > at - patience
    then return null; end if;
  select * into last from audit_batch b where b.government = code order by b.number desc limit 1;
  following := coalesce(last.number, 0) + 1;
  before := coalesce(last.hash, audit_hash(code));
  with taken as (delete from audit_waiting w where w.government = code returning w.entry)
  select array_agg(e.id order by e.id),
    audit_hash(string_agg(concat_ws(E'\x1f', e.id, audit_moment(e.at), e.kind, e.role, e.action, e.subject, e.digest), E'\n' order by e.id))
    into held, lines
    from taken t join audit_entry e on e.government = code and e.id = t.entry;
  insert into audit_batch values (code, following, held, lines, before,
    audit_hash(concat_ws(E'\n', following, before, lines, audit_moment(at))), date_trunc('milliseconds', at));
  return following;
end $$;

-- 保存年限を過ぎたものを消す: who did it and how leaves; that it was done stays. Never what is younger than a year, nor what no batch holds.
create function audit_erase(kinds text[], before timestamptz, at timestamptz) returns integer
language plpgsql volatile security definer set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare
  code text := current_setting('shirube.government');
  gone integer;
  said text;
begin
  if not is_system() then raise exception 'only the system does this' using errcode = 'insufficient_privilege'; end if;
  if before > at - interval '1 year' then raise exception 'audit details of the last year are kept'; end if;
  delete from audit_detail d using audit_entry e
    where d.government = code and e.government = code and e.id = d.entry and e.kind = any (kinds) and e.at < before
      and not exists (select from audit_waiting w where w.government = code and w.entry = d.entry);
  get diagnostics gone = row_count;
  if gone > 0 then
    said := jsonb_build_object('kinds', kinds, 'before', audit_moment(before), 'count', gone)::text;
    perform audit_write(at, 'erase', 'system', 'audit:erase', array_to_string(kinds, ' '), 'system', said, said);
  end if;
  return gone;
end $$;

-- For the verifier: entries whose rows no longer are what they were (or are gone), and rows that no entry covers, of one table.
create function audit_altered(name text) returns table (entry bigint)
language plpgsql stable set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare joined text;
begin
  select string_agg(format('r.%I = (k ->> %L)::%s', a.attname, a.attname, format_type(a.atttypid, null)), ' and ' order by a.attnum) into joined
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = format('shirube.%I', name)::regclass and i.indisprimary and a.attname <> 'government';
  return query execute format($q$
    select e.id from audit_entry e join audit_detail d on d.government = e.government and d.entry = e.id
      cross join lateral (
        select string_agg(line, E'\n' order by line collate "C") as lines from (
          select (to_jsonb(r) - array(select jsonb_array_elements_text(d.body::jsonb -> 'without')))::text as line
          from jsonb_array_elements(d.body::jsonb -> 'keys') k join %I r on r.government = e.government and %s) as found) as now_there
    where e.government = current_setting('shirube.government') and e.kind in ('change', 'fact') and d.body::jsonb ->> 'table' = %L
      and e.digest <> audit_hash(concat_ws(E'\x1f', d.salt, d.person, now_there.lines))
    order by e.id$q$, name, joined, name);
end $$;

create function audit_uncovered(name text) returns bigint
language plpgsql stable set search_path = shirube, pg_temp set timezone = 'UTC' as $$
declare
  named text;
  found bigint;
begin
  select string_agg(format('%L, to_jsonb(r.%I)', a.attname, a.attname), ', ' order by a.attnum) into named
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = format('shirube.%I', name)::regclass and i.indisprimary and a.attname <> 'government';
  execute format($q$
    with known as materialized (
      select k from audit_entry e join audit_detail d on d.government = e.government and d.entry = e.id
        cross join lateral jsonb_array_elements(d.body::jsonb -> 'keys') k
      where e.government = current_setting('shirube.government') and e.kind in ('change', 'fact') and d.body::jsonb ->> 'table' = %L)
    select count(*) from %I r where r.government = current_setting('shirube.government') and jsonb_build_object(%s) not in (select k from known)$q$,
    name, name, named) into found;
  return found;
end $$;

-- What was there before the chain began comes under it as it stands.
do $$
declare
  g text;
  t record;
  keys text[];
  without text[];
  lines text;
  named jsonb;
begin
  for g in select code from government order by code loop
    perform set_config('shirube.government', g, true);
    for t in select c.relname as name from pg_trigger tr join pg_class c on c.oid = tr.tgrelid
      where tr.tgname = c.relname || '_audited' order by c.relname loop
      keys := string_to_array(case t.name when 'element' then 'owner kind id change' else 'id' end, ' ');
      without := string_to_array(case t.name when 'element' then 'known_to indicator project' when 'membership' then 'ended_at'
        when 'document' then 'content' when 'evidence' then 'content' else '' end, ' ');
      execute format($q$ select string_agg((to_jsonb(r) - $1)::text, E'\n' order by (to_jsonb(r) - $1)::text collate "C"),
        jsonb_agg((select jsonb_object_agg(k, to_jsonb(r) -> k) from unnest($2) k)) from %I r where r.government = $3 $q$, t.name)
        into lines, named using without, keys, g;
      if named is not null then
        perform audit_write(now(), 'fact', 'system', t.name, jsonb_array_length(named)::text, 'system',
          jsonb_build_object('table', t.name, 'keys', named, 'without', without)::text, lines);
      end if;
    end loop;
  end loop;
  perform set_config('shirube.government', '', true);
end $$;

revoke execute on function audit_write, audit_rows, audit_table, audit_views, audit_seal, audit_erase from public;
grant execute on function audit_views, audit_seal, audit_erase to shirube_app;
