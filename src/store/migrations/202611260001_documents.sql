-- Documents as they came, what was read from them, and what people made of it. All three are facts: only added to.
set local search_path to shirube;

-- 文書 (document): the bytes as received. `id` is the beginning of their SHA-256, so the same file is kept once.
create table document (
  government text not null references government,
  id text not null check (id ~ '^[0-9a-f]{16}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$' and left(sha256, 16) = id),
  name text not null,
  size integer not null,
  content bytea not null,
  change bigint not null,
  received_at timestamptz not null,
  received_by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);

-- 読み取り (reading): pages with their lines and tables, the draft and the remarks, as the readers of that day made them.
create table reading (
  government text not null references government,
  id bigint generated always as identity,
  document text not null,
  pages integer not null,
  source jsonb not null,
  draft jsonb not null,
  remarks jsonb not null,
  read_at timestamptz not null,
  primary key (government, id),
  foreign key (government, document) references document
);
create index reading_of on reading (government, document, id);

-- 確認の一手 (review step). It is its own record of who did what and when, so it writes no row of `change`.
create table review_step (
  government text not null references government,
  id bigint generated always as identity,
  reading bigint not null,
  step jsonb not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, reading) references reading
);
create index review_step_of on review_step (government, reading, id);

do $$
declare t text;
begin
  foreach t in array array['document', 'reading', 'review_step'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function forbid_change()', t || '_kept', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy of_government on %I using (government = current_setting(''shirube.government'', true))', t);
    execute format('grant select, insert on %I to shirube_app', t);
  end loop;
end $$;
