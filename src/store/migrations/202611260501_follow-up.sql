-- 今後の方針 (follow-up) of a program or project and year: proposals, decisions and what comes of them, as steps that are only added to.
set local search_path to shirube;

create table follow_up_step (
  government text not null references government,
  id bigint generated always as identity,
  plan text not null,
  year integer not null check (year between 1868 and 2200),
  subject text not null,
  kind text not null check (kind in ('propose', 'decide', 'approval', 'budget', 'plan-change', 'progress')),
  step jsonb not null,
  change bigint not null,
  at timestamptz not null,
  by text not null,
  primary key (government, id),
  foreign key (government, change) references change
);
create index follow_up_step_of on follow_up_step (government, plan, year, subject, id);

create trigger follow_up_step_kept before update or delete on follow_up_step for each row execute function forbid_change();
alter table follow_up_step enable row level security;
alter table follow_up_step force row level security;
create policy of_government on follow_up_step using (government = current_setting('shirube.government', true));
grant select, insert on follow_up_step to shirube_app;
select audit_table('follow_up_step', 'id');
