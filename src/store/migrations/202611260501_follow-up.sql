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

-- Does a department of who acts own the program or project, or was it named by a decision to see to it?
create function may_for_subject(asked text, asked_plan text, asked_subject text) returns boolean language plpgsql stable as $$
begin
  return shirube.may(asked) or exists (
    select from shirube.element e
    where e.government = current_setting('shirube.government', true) and e.id = asked_subject and e.known_to is null
      and (e.kind = 'project' and e.owner = '' or e.kind = 'node' and split_part(e.owner, '/', 1) = asked_plan)
      and shirube.may(asked, e.body ->> 'department')
    union all
    select from shirube.follow_up_step s
    where s.government = current_setting('shirube.government', true) and s.plan = asked_plan and s.subject = asked_subject
      and s.kind = 'decide' and shirube.may(asked, s.step ->> 'department'));
end $$;
create policy insert_by_role on follow_up_step as restrictive for insert with check (
  case kind when 'decide' then (select may('follow-up:decide')) when 'approval' then (select may('follow-up:decide'))
    when 'plan-change' then (select may('plan:import')) else may_for_subject('follow-up:propose', plan, subject) end);
create policy select_by_role on follow_up_step as restrictive for select using ((select may('staff:read')));
select audit_table('follow_up_step', 'id');
