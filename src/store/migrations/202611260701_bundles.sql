-- 署名した束 (bundle): whose keys are trusted, what was made, what arrived with its bytes, and what was taken in.
set local search_path to shirube;

-- An answer may also have come by a bundle.
alter table answer drop constraint answer_via_check;
alter table answer add constraint answer_via_check check (via in ('page', 'workbook', 'bundle'));

-- 信頼した鍵: the last row of a fingerprint counts.
create table trusted_key (
  government text not null references government,
  id bigint generated always as identity,
  fingerprint text not null,
  what text not null check (what in ('trusted', 'revoked')),
  name text not null,
  reason text,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);
create index trusted_key_of on trusted_key (government, fingerprint, id);

create table bundle_made (
  government text not null references government,
  id bigint generated always as identity,
  bundle text not null,
  year integer not null check (year between 1868 and 2200),
  manifest jsonb not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  unique (government, bundle),
  foreign key (government, change) references change
);

create table bundle_arrived (
  government text not null references government,
  id bigint generated always as identity,
  bundle text not null,
  fingerprint text not null,
  year integer not null check (year between 1868 and 2200),
  manifest jsonb not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  unique (government, bundle),
  foreign key (government, change) references change
);

-- The bytes of a bundle, in pieces that a backup can hold.
create table bundle_chunk (
  government text not null references government,
  id bigint generated always as identity,
  bundle text not null,
  content bytea not null check (length(content) <= 8000000),
  primary key (government, id)
);
create index bundle_chunk_of on bundle_chunk (government, bundle, id);

-- `answers` are what it carried, by indicator: what both sides have in common from then on. `questions` tell what each carried one became here.
create table bundle_taken (
  government text not null references government,
  id bigint generated always as identity,
  bundle text not null,
  year integer not null check (year between 1868 and 2200),
  told jsonb not null,
  answers jsonb not null,
  questions jsonb not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  unique (government, bundle),
  foreign key (government, change) references change
);

do $$
declare t text;
begin
  foreach t in array array['trusted_key', 'bundle_made', 'bundle_arrived', 'bundle_chunk', 'bundle_taken'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    perform audit_table(t, 'id', case t when 'bundle_chunk' then 'content' when 'bundle_taken' then 'answers' else '' end);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    -- Whom the installation trusts is decided by who lets machines in.
    execute format('create policy insert_by_role on %I as restrictive for insert with check ((select may(%L)))', t,
      case t when 'trusted_key' then 'token:issue' else 'bundle:carry' end);
    execute format('create policy select_by_role on %I as restrictive for select using ((select may(''bundle:carry'')))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;
