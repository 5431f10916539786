-- 外部検証 (review): the panel's meetings, the pack each of them reads, opinions and what becomes of them. All facts: only added to.
set local search_path to shirube;

-- 検証の回 (review): which year of which plans a panel looks at.
create table review (
  government text not null references government,
  id text not null,
  year integer not null check (year between 1868 and 2200),
  plans jsonb not null,
  change bigint not null,
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);

-- 委員 (member): the last row of a person counts. What is shown of them is the affiliation; the name stays with their account.
create table review_member (
  government text not null references government,
  id bigint generated always as identity,
  review text not null,
  user_id text not null,
  affiliation text not null,
  chair boolean not null default false,
  removed boolean not null default false,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, review) references review,
  foreign key (government, change) references change
);
create index review_member_of on review_member (government, review, user_id, id);

-- 一手 (move): opened, dates changed, pack fixed, opinions closed, a judgement of the panel, signed off, reopened.
create table review_move (
  government text not null references government,
  id bigint generated always as identity,
  review text not null,
  move text not null check (move in ('open', 'change', 'pack', 'close', 'judge', 'sign', 'reopen')),
  detail jsonb not null,
  reason text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, review) references review,
  foreign key (government, change) references change,
  check (move <> 'reopen' or reason is not null)
);
create index review_move_of on review_move (government, review, id);

-- 資料一式 (pack): everything that the room shows, as one JSON text taken at a moment, with its SHA-256. A later pack never replaces an earlier one.
create table review_pack (
  government text not null references government,
  id bigint generated always as identity,
  review text not null,
  number integer not null,
  pack text not null,
  sha256 text not null,
  reason text,
  change bigint not null,
  fixed_at timestamptz not null,
  fixed_by text not null,
  primary key (government, id),
  unique (government, review, number),
  foreign key (government, review) references review,
  foreign key (government, change) references change,
  check (number = 1 or reason is not null)
);

-- 議事録・委員長総括: one saving of a text, as `answer` is one saving of an answer; it is its own record of who and when.
create table review_text (
  government text not null references government,
  id bigint generated always as identity,
  review text not null,
  kind text not null check (kind in ('minutes', 'summary')),
  fields jsonb not null,
  based_on bigint,
  set_aside boolean not null default false,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (government, id),
  foreign key (government, review) references review,
  foreign key (government, based_on) references review_text
);
create index review_text_of on review_text (government, review, kind, id);

-- 下書き (draft): what a member types before handing it in; nobody else sees it.
create table opinion_draft (
  government text not null references government,
  id bigint generated always as identity,
  review text not null,
  author text not null,
  place text not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (government, id),
  foreign key (government, review) references review
);
create index opinion_draft_of on opinion_draft (government, review, author, place, id);

-- 意見: what a room adds to it. `number` counts the opinions on a year; `revises` names the opinion whose text this row replaces;
-- `author` is the member's account and is never shown; `spoken` was written down on the member's behalf.
alter table opinion
  add column review text,
  add column number integer,
  add column kind text check (kind in ('question', 'proposal', 'concern', 'praise')),
  add column stance text check (stance in ('same', 'better', 'worse')),
  add column cites jsonb,
  add column revises bigint,
  add column author text,
  add column affiliation text,
  add column spoken boolean not null default false,
  add column due text,
  add foreign key (government, review) references review,
  add foreign key (government, revises) references opinion,
  drop constraint opinion_state_check,
  add constraint opinion_state_check check (state in ('done', 'begun', 'continuing', 'next-plan', 'not-taken'));

-- 担当 (charge): which department is to answer an opinion, and by when. The last row of an opinion counts.
create table opinion_charge (
  government text not null references government,
  id bigint generated always as identity,
  opinion bigint not null,
  department text not null,
  due text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, opinion) references opinion,
  foreign key (government, change) references change
);
create index opinion_charge_of on opinion_charge (government, opinion, id);

do $$
declare t text;
begin
  foreach t in array array['review', 'review_member', 'review_move', 'review_pack', 'review_text', 'opinion_draft', 'opinion_charge'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;

create function reviews_here() returns boolean language sql stable set search_path = shirube, pg_temp as $$
  select exists (select from membership m where m.government = current_setting('shirube.government', true)
    and m.user_id = current_setting('shirube.user', true) and m.ended_at is null and m.role = 'reviewer')
$$;
/* A member of the panel reads only what lies in the rooms where they sit, and only while they serve as a reviewer. */
create function sits_in(asked text) returns boolean language sql stable set search_path = shirube, pg_temp as $$
  select reviews_here() and not coalesce((select m.removed from review_member m where m.government = current_setting('shirube.government', true)
    and m.review = asked and m.user_id = current_setting('shirube.user', true) order by m.id desc limit 1), true)
$$;

-- Reading. Staff read every room, a member their own.
create policy select_of_room on review as restrictive for select using
  ((select is_system()) or (select may('staff:read')) or sits_in(id));
do $$
declare t text;
begin
  foreach t in array array['review_pack', 'review_text'] loop
    execute format('create policy select_of_room on %I as restrictive for select using
      ((select is_system()) or (select may(''staff:read'')) or sits_in(review))', t);
  end loop;
  foreach t in array array['review_move', 'opinion'] loop
    execute format('create policy select_of_room on %I as restrictive for select using
      ((select may(''staff:read'')) or sits_in(review))', t);
  end loop;
end $$;
create policy select_of_room on review_member as restrictive for select using
  ((select is_system()) or (select may('staff:read')) or user_id = current_setting('shirube.user', true));
create policy select_of_room on opinion_draft as restrictive for select using
  ((select is_system()) or author = current_setting('shirube.user', true));
create policy select_of_room on opinion_charge as restrictive for select using
  ((select is_system()) or (select may('staff:read')));

-- Writing. A member hands in what is their own, judges and signs; everything else is staff's.
do $$
declare t text;
begin
  foreach t in array array['review', 'review_member', 'review_pack', 'opinion_charge'] loop
    execute format('create policy insert_of_room on %I as restrictive for insert with check
      ((select is_system()) or (select may(''staff:read'')))', t);
  end loop;
end $$;
create policy insert_of_room on review_move as restrictive for insert with check
  ((select is_system()) or (select may('staff:read')) or (sits_in(review) and move in ('judge', 'sign')));
create policy insert_of_room on review_text as restrictive for insert with check
  ((select is_system()) or (select may('staff:read')) or (sits_in(review) and kind = 'summary'));
create policy insert_of_room on opinion as restrictive for insert with check
  ((select is_system()) or (select may('staff:read')) or (sits_in(review) and author = current_setting('shirube.user', true)));
create policy insert_of_room on opinion_draft as restrictive for insert with check
  ((select is_system()) or (author = current_setting('shirube.user', true) and ((select may('staff:read')) or sits_in(review))));

-- And by role: planning runs a room; who may say an opinion may write what a room takes; who answers for all departments assigns.
do $$
declare rule text[];
begin
  foreach rule slice 1 in array array[
    ['review', 'room:run'], ['review_member', 'room:run'], ['review_pack', 'room:run'], ['review_move', 'opinion:write'],
    ['review_text', 'opinion:write'], ['opinion_draft', 'opinion:write'], ['opinion_charge', 'opinion:answer']
  ] loop
    execute format('create policy insert_by_role on %I as restrictive for insert with check ((select may(%L)))', rule[1], rule[2]);
  end loop;
end $$;
create policy select_by_role on opinion_charge as restrictive for select using ((select may('staff:read')));
do $$
declare t text;
begin
  foreach t in array array['review', 'review_member', 'review_pack', 'review_text', 'opinion_draft'] loop
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(''room:read'')))', t);
  end loop;
end $$;

/* 意見の番号: the next one of a year, over all rooms, also those that the person who hands in an opinion may not enter. */
create function next_opinion_number(asked integer) returns integer
language plpgsql volatile security definer set search_path = shirube, pg_temp as $$
declare
  before text := current_setting('shirube.actor', true);
  found integer;
begin
  if not may('opinion:write') then raise exception 'only who may say an opinion numbers one' using errcode = 'insufficient_privilege'; end if;
  perform set_config('shirube.actor', '"system"', true);
  select greatest(coalesce(max(o.number), 0), count(*) filter (where o.number is null and o.answers is null and o.revises is null)) + 1
    into found from opinion o
    where o.government = current_setting('shirube.government', true) and o.year = asked;
  perform set_config('shirube.actor', coalesce(before, ''), true);
  return found;
end $$;
revoke execute on function next_opinion_number from public;
grant execute on function next_opinion_number, reviews_here, sits_in to shirube_app;
