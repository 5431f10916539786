-- 意見募集 (public comment): what was laid open and until when, what was said, how it was grouped and answered, and the table as published.
-- Who said something stands apart in comment_person: it is asked for, never published, and erased when the matter is closed.
set local search_path to shirube;

create table consultation (
  government text not null references government,
  id bigint generated always as identity,
  fields jsonb not null,
  change bigint not null,
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);

create table consultation_move (
  government text not null references government,
  id bigint generated always as identity,
  consultation bigint not null,
  move text not null check (move in ('extend', 'withdraw', 'publish', 'erase')),
  detail jsonb not null,
  sha256 text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, consultation) references consultation,
  foreign key (government, change) references change,
  check ((move = 'publish') = (sha256 is not null))
);

-- `token` is made with the form, so that one that is sent twice is one comment.
create table comment (
  government text not null references government,
  id bigint generated always as identity,
  consultation bigint not null,
  token text not null,
  channel text not null check (channel in ('form', 'mail', 'fax', 'post', 'counter', 'meeting')),
  received_on date not null,
  about text not null,
  text text not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, consultation) references consultation
);
create unique index comment_once on comment (government, consultation, token);

create table comment_person (
  government text not null,
  comment bigint not null,
  name text not null,
  contact text not null,
  primary key (government, comment),
  foreign key (government, comment) references comment
);

-- A version of a group; the last one of a key counts. `based_on` is the version that the person saw.
create table comment_group (
  government text not null references government,
  id bigint generated always as identity,
  consultation bigint not null,
  key text not null,
  fields jsonb not null,
  based_on bigint,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, consultation) references consultation
);
create index comment_group_of on comment_group (government, consultation, key, id);

do $$
declare t text;
begin
  foreach t in array array['consultation', 'consultation_move', 'comment', 'comment_group'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    perform audit_table(t, 'id');
  end loop;
  foreach t in array array['consultation', 'consultation_move', 'comment', 'comment_person', 'comment_group'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('create policy insert_by_role on %I as restrictive for insert with check (%s)', t, case t when 'comment_group'
      then '(select may(''comment:handle'')) or may(''comment:answer'', fields ->> ''department'')' else '(select may(''comment:handle''))' end);
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(%L)))', t,
      case t when 'comment_person' then 'comment:handle' else 'staff:read' end);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;

-- 個人情報を消す: names and contacts of one consultation. Returns how many. That it was done is a move, which the caller writes.
create function erase_comment_people(of_consultation bigint) returns integer
language plpgsql volatile security definer set search_path = shirube, pg_temp as $$
declare gone integer;
begin
  if not may('comment:handle') then raise exception 'only who handles comments does this' using errcode = 'insufficient_privilege'; end if;
  delete from comment_person p using comment c
    where p.government = current_setting('shirube.government') and c.government = p.government and c.id = p.comment
      and c.consultation = of_consultation;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function erase_comment_people from public;
grant execute on function erase_comment_people to shirube_app;
