-- 人と入口 (people and doors): second factors and throttling of sign-in, what people of a government may be seen, letters that wait.

-- What better-auth 1.7.5 asks for beyond the first tables: its two-factor plugin and the rate limit kept in the database.
alter table auth."user" add column "twoFactorEnabled" boolean default false;

create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

-- Ours: attempts at one account. The table above is pruned by windows that know nothing of it.
create table auth."attempt" (
  account text primary key,
  count integer not null,
  since timestamptz not null
);

set local search_path to shirube;

-- Since PostgreSQL 16 who makes a role may grant it and not yet step into it; an owner that is no superuser made shirube_app so.
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    if not pg_has_role(current_user, 'shirube_app', 'set') then
      execute format('grant shirube_app to %I with set true', current_user);
    end if;
  end if;
end $$;

-- 兼務: the same role in two departments.
drop index membership_current;
create unique index membership_current on membership (government, user_id, role, (coalesce(department, ''))) where ended_at is null;

-- 手紙 (letter): what is to be told to a person by e-mail. It holds no address and no link: both are looked up or made when it is sent, so
-- that no key to an account lies here. Letters of the installation itself (a forgotten password) belong to no government ('').
create table outbox (
  government text not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('invitation', 'added', 'reset')),
  user_id text not null,
  lang text not null,
  detail jsonb not null,
  queued_at timestamptz not null,
  queued_by text not null,
  primary key (government, id)
);

-- 送る試み (attempt): begun, sent, failed, given up, or its link was shown to an administrator who hands it over.
create table outbox_attempt (
  government text not null,
  id bigint generated always as identity,
  letter bigint not null,
  what text not null check (what in ('begun', 'sent', 'failed', 'given-up', 'shown')),
  error text,
  at timestamptz not null,
  primary key (government, id),
  foreign key (government, letter) references outbox on delete cascade
);
create index outbox_attempt_of on outbox_attempt (government, letter, id);

do $$
declare t text;
begin
  foreach t in array array['outbox', 'outbox_attempt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;

-- The application role sees nothing of the schema auth. These functions are its only windows: whether a person of ours serves another
-- government too, the people who belong or belonged to the government that is served, and the making of a person by e-mail address.
create function serves_elsewhere(asked text) returns boolean
language plpgsql volatile security definer set search_path = shirube, auth, pg_temp as $$
declare
  before text := current_setting('shirube.user', true);
  found boolean;
begin
  perform set_config('shirube.user', asked, true);
  found := exists (select from membership m where m.user_id = asked and m.ended_at is null
    and m.government <> current_setting('shirube.government', true));
  perform set_config('shirube.user', coalesce(before, ''), true);
  return found;
end $$;

create function people_here() returns table (user_id text, name text, email text, entered boolean, elsewhere boolean)
language sql volatile security definer set search_path = shirube, auth, pg_temp as $$
  select u."id", u."name", u."email",
    exists (select from auth."account" a where a."userId" = u."id")
      or exists (select from auth."session" s where s."userId" = u."id"),
    serves_elsewhere(u."id")
  from auth."user" u
  where u."id" in (select m.user_id from membership m where m.government = current_setting('shirube.government', true))
  order by u."id"
$$;

create function person_for(asked_email text, asked_name text, new_id text, at timestamptz) returns text
language plpgsql volatile security definer set search_path = shirube, auth, pg_temp as $$
declare found text;
begin
  insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values (new_id, asked_name, asked_email, true, at, at) on conflict ("email") do nothing;
  select u."id" into found from auth."user" u where u."email" = asked_email order by 1;
  return found;
end $$;

revoke execute on function serves_elsewhere, people_here, person_for from public;
grant execute on function people_here, person_for to shirube_app;
