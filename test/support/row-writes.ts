import { type RawBuilder, sql } from 'kysely'
import type { Action } from '../../src/domain/access/can.ts'

/** Government and moment of the rows that a test writes. */
export const code = '992011'
export const at = '2026-05-01T00:00:00.000Z'

export type Owner = 'own' | 'another'
export type Ids = Readonly<
  Record<
    | 'change'
    | 'answer'
    | 'reading'
    | 'opinion'
    | 'letter'
    | 'token'
    | 'consultation'
    | 'comment'
    | 'delegation'
    | 'evidence'
    | 'others',
    string
  >
>
/** One way of writing a row: the action that it wants (of the owning department, where that is asked), and the statement. */
export type Write = {
  readonly of: string
  readonly action: Action
  readonly owned?: true
  readonly row: (ids: Ids, owner: Owner) => RawBuilder<unknown>
}
const indicator = (owner: Owner) => (owner === 'own' ? 'jobs' : 'ratio')
const element = (kind: string, action: Action): Write => ({
  ...{ of: `element (${kind})`, action },
  row: ({
    change,
  }) => sql`insert into element (government, owner, kind, id, change, position, body, known_from)
    values (${code}, '', ${kind}, 'new', ${change}, 0, '{}', ${at})`,
})
const judgement = (stage: string, action: Action, owned?: true): Write => ({
  ...{ of: `judgement (${stage})`, action, ...(owned ? { owned } : {}) },
  row: ({ change }, owner) =>
    sql`insert into judgement (government, plan, commitment, year, stage, scheme, scheme_version, outcome, reason, change, recorded_at, recorded_by)
      values (${code}, 'small-strategy', ${`c-${indicator(owner)}`}, 2022, ${stage}, 's', '1', '{}', 'r', ${change}, ${at}, 'u')`,
})
const move = (how: string, action: Action): Write => ({
  ...{ of: `report_move (${how})`, action, owned: true },
  row: ({ change, answer }, owner) =>
    sql`insert into report_move (government, year, indicator, move, answer, reason, change, at, by)
      values (${code}, 2022, ${indicator(owner)}, ${how}, ${answer}, 'r', ${change}, ${at}, 'u')`,
})
const yearMove = (how: 'close' | 'reopen' | 'publish'): Write => ({
  ...{ of: `cycle_move (${how})`, action: `year:${how}` },
  row: ({ change }) => sql`insert into cycle_move (government, plan, year, move, reason, change, at, by)
    values (${code}, 'small-strategy', 2022, ${how}, 'r', ${change}, ${at}, 'u')`,
})

/** The project 祭り is the department's own; the other one does not exist, and so is nobody's. */
const followUp = (kind: string, action: Action, owned?: true): Write => ({
  ...{ of: `follow_up_step (${kind})`, action, ...(owned ? { owned } : {}) },
  row: ({ change }, owner) =>
    sql`insert into follow_up_step (government, plan, year, subject, kind, step, change, at, by)
      values (${code}, 'small-strategy', 2022, ${owner === 'own' ? 'fair' : 'other'}, ${kind}, '{}', ${change}, ${at}, 'u')`,
})

/** 書ける行のすべて: a table that takes rows has a line here. */
export const WRITES: readonly Write[] = [
  ...[element('node', 'plan:import'), element('setting', 'plan:import'), element('scenario', 'plan:import')],
  ...[element('indicator', 'indicator:settle'), element('department', 'department:write')],
  {
    ...{ of: 'element.known_to', action: 'plan:import' },
    row: () => sql`update element set known_to = ${at} where kind = 'commitments' returning id`,
  },
  {
    ...{ of: 'actual', action: 'actual:write', owned: true },
    row: ({ change }, owner) =>
      sql`insert into actual (government, indicator, year, kind, value, change, recorded_at, recorded_by)
        values (${code}, ${indicator(owner)}, 2022, 'known', 1, ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'answer', action: 'report:write', owned: true },
    row: (_, owner) => sql`insert into answer (government, year, indicator, fields, via, saved_at, saved_by)
      values (${code}, 2022, ${indicator(owner)}, '{}', 'page', ${at}, 'u') returning id`,
  },
  ...[move('submit', 'report:write'), move('take-back', 'report:write')],
  ...[move('return', 'report:approve'), move('approve', 'report:approve')],
  {
    ...{ of: 'round', action: 'round:open' },
    row: ({ change }) => sql`insert into round (government, year, dates, change, opened_at, opened_by)
      values (${code}, 2022, '[]', ${change}, ${at}, 'u')`,
  },
  ...[judgement('computed', 'year:close'), judgement('first', 'report:approve', true)],
  ...[judgement('second', 'judgement:override'), judgement('committee', 'opinion:write')],
  ...[yearMove('close'), yearMove('reopen'), yearMove('publish')],
  {
    ...{ of: 'publication', action: 'year:publish' },
    row: ({
      change,
    }) => sql`insert into publication (government, plan, year, number, snapshot, sha256, change, published_at, published_by)
      values (${code}, 'small-strategy', 2022, (select count(*) + 1 from publication), '{}', ${'0'.repeat(64)}, ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'appropriation', action: 'plan:import' },
    row: ({
      change,
    }) => sql`insert into appropriation (government, project, year, kind, yen, unit, change, recorded_at, recorded_by)
      values (${code}, 'fair', 2022, 'initial', 1, 'yen', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'opinion', action: 'opinion:write' },
    row: ({ change }) =>
      sql`insert into opinion (government, plan, year, subject, panel, text, review, author, change, recorded_at, recorded_by)
        values (${code}, 'small-strategy', 2022, 'x', 'p', 't', 'held', 'u', ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'opinion (answer)', action: 'opinion:answer', owned: true },
    row: ({ change, opinion }, owner) =>
      sql`insert into opinion (government, plan, year, subject, panel, text, answers, department, change, recorded_at, recorded_by)
        values (${code}, 'small-strategy', 2022, 'x', 'p', 't', ${opinion}, ${owner}, ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'membership', action: 'member:grant' },
    row: () => sql`insert into membership (government, user_id, role, granted_at, granted_by)
      values (${code}, 'new', 'viewer', ${at}, 'u')`,
  },
  {
    ...{ of: 'membership.ended_at', action: 'member:grant' },
    row: () => sql`update membership set ended_at = ${at} where user_id = 'one' returning id`,
  },
  {
    ...{ of: 'document', action: 'plan:import' },
    row: ({
      change,
    }) => sql`insert into document (government, id, sha256, name, size, content, change, received_at, received_by)
      values (${code}, ${'f'.repeat(16)}, ${'f'.repeat(64)}, 'n', 1, 'x', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'reading', action: 'plan:import' },
    row: () => sql`insert into reading (government, document, pages, source, draft, remarks, read_at)
      values (${code}, ${'e'.repeat(16)}, 1, '{}', '{}', '[]', ${at})`,
  },
  {
    ...{ of: 'review_step', action: 'plan:import' },
    row: ({ reading }) => sql`insert into review_step (government, reading, step, at, by)
      values (${code}, ${reading}, '{}', ${at}, 'u')`,
  },
  {
    ...{ of: 'outbox', action: 'cycle:move' },
    row: () => sql`insert into outbox (government, kind, user_id, lang, detail, queued_at, queued_by)
      values (${code}, 'added', 'one', 'ja', '{}', ${at}, 'u')`,
  },
  {
    ...{ of: 'outbox_attempt', action: 'member:grant' },
    row: ({ letter }) => sql`insert into outbox_attempt (government, letter, what, at)
      values (${code}, ${letter}, 'shown', ${at})`,
  },
  {
    ...{ of: 'api_token', action: 'token:issue' },
    row: ({
      change,
    }) => sql`insert into api_token (government, name, hash, role, scopes, issued_at, issued_by, expires_at, change)
      values (${code}, 'n', ${'0'.repeat(64)}, 'viewer', '[]', ${at}, 'u', ${at}, ${change}) returning id`,
  },
  {
    ...{ of: 'api_token_event', action: 'token:issue' },
    row: ({ token }) => sql`insert into api_token_event (government, token, what, day, at, by)
      values (${code}, ${token}, 'revoked', '2026-05-01', ${at}, 'u')`,
  },
  ...[followUp('propose', 'follow-up:propose', true), followUp('decide', 'follow-up:decide')],
  ...[followUp('approval', 'follow-up:decide'), followUp('budget', 'follow-up:propose', true)],
  ...[followUp('plan-change', 'plan:import'), followUp('progress', 'follow-up:propose', true)],
  {
    ...{ of: 'consultation', action: 'comment:handle' },
    row: ({ change }) => sql`insert into consultation (government, fields, change, opened_at, opened_by)
      values (${code}, '{}', ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'consultation_move', action: 'comment:handle' },
    row: ({ change, consultation }) =>
      sql`insert into consultation_move (government, consultation, move, detail, change, at, by)
        values (${code}, ${consultation}, 'withdraw', '{}', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'comment', action: 'comment:handle' },
    row: ({ consultation }) =>
      sql`insert into comment (government, consultation, token, channel, received_on, about, text, at, by)
        values (${code}, ${consultation}, gen_random_uuid()::text, 'fax', '2026-05-01', '', 't', ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'comment_person', action: 'comment:handle' },
    row: ({ comment }) =>
      sql`insert into comment_person (government, comment, name, contact) values (${code}, ${comment}, 'n', 'c')`,
  },
  {
    ...{ of: 'comment_group', action: 'comment:answer', owned: true },
    row: ({ consultation }, owner) =>
      sql`insert into comment_group (government, consultation, key, fields, at, by)
        values (${code}, ${consultation}, 'k', jsonb_build_object('department', ${owner}::text), ${at}, 'u')`,
  },
  {
    ...{ of: 'stage_move', action: 'cycle:move' },
    row: ({ change }) => sql`insert into stage_move (government, year, stage, move, change, at, by)
      values (${code}, 2022, 'report', 'begin', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'delegation', action: 'cycle:move' },
    row: ({ change }) =>
      sql`insert into delegation (government, giver, deputy, role, department, from_day, to_day, reason, change, at, by)
        values (${code}, 'one', 'two', 'reporter', 'own', '2026-05-01', '2026-05-02', 'r', ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'delegation_end', action: 'cycle:move' },
    row: ({ change, delegation }) => sql`insert into delegation_end (government, delegation, change, at, by)
      values (${code}, ${delegation}, ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'assignment', action: 'report:write', owned: true },
    row: (
      { change },
      owner,
    ) => sql`insert into assignment (government, year, indicator, user_id, change, at, by)
      values (${code}, 2022, ${indicator(owner)}, 'one', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'question', action: 'report:write', owned: true },
    row: (
      { change },
      owner,
    ) => sql`insert into question (government, year, department, side, text, change, at, by)
      values (${code}, 2022, ${owner}, 'department', 't', ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'evidence', action: 'report:write', owned: true },
    row: ({ change }, owner) =>
      sql`insert into evidence (government, year, indicator, name, kind, size, sha256, shows, content, change, at, by)
        values (${code}, 2022, ${indicator(owner)}, 'n', 'txt', 1, ${'0'.repeat(64)}, '', 'x', ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'evidence_removed', action: 'report:write', owned: true },
    row: ({ change, evidence, others }, owner) =>
      sql`insert into evidence_removed (government, evidence, reason, change, at, by)
        values (${code}, ${owner === 'own' ? evidence : others}, 'r', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'review', action: 'room:run' },
    row: ({ change }) =>
      sql`insert into review (government, id, year, plans, change, opened_at, opened_by)
        values (${code}, 'new', 2022, '[]', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'review_member', action: 'room:run' },
    row: ({ change }) =>
      sql`insert into review_member (government, review, user_id, affiliation, change, at, by)
        values (${code}, 'held', 'u', 'a', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'review_pack', action: 'room:run' },
    row: ({ change }) =>
      sql`insert into review_pack (government, review, number, pack, sha256, change, fixed_at, fixed_by)
        values (${code}, 'held', 1, '{}', 'h', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'review_move', action: 'opinion:write' },
    row: ({ change }) =>
      sql`insert into review_move (government, review, move, detail, change, at, by)
        values (${code}, 'held', 'judge', '{}', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'review_text', action: 'opinion:write' },
    row: () =>
      sql`insert into review_text (government, review, kind, fields, saved_at, saved_by)
        values (${code}, 'held', 'summary', '{}', ${at}, 'u')`,
  },
  {
    ...{ of: 'opinion_draft', action: 'opinion:write' },
    row: () =>
      sql`insert into opinion_draft (government, review, author, place, fields, saved_at)
        values (${code}, 'held', 'u', 'p', '{}', ${at})`,
  },
  {
    ...{ of: 'opinion_charge', action: 'opinion:answer' },
    row: ({ change, opinion }) =>
      sql`insert into opinion_charge (government, opinion, department, change, at, by)
        values (${code}, ${opinion}, 'd', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'dataset', action: 'statistics:import' },
    row: () =>
      sql`insert into dataset (id, series, vintage, kind, title, source, file, sha256, areas, rows, first_year, last_year, imported_at, imported_by)
        values ('test-set', 'test', 99, 'census', 't', 's', 'f', ${'1'.repeat(64)}, 0, 0, 2020, 2020, ${at}, 'u')`,
  },
]

/** Rows that a person writes for themselves, in any role. */
export const FOR_ONESELF: Readonly<Record<string, (ids: Ids, user: string) => RawBuilder<unknown>>> = {
  digest_choice: (_, user) =>
    sql`insert into digest_choice (government, user_id, wanted, at) values (${code}, ${user}, false, ${at})`,
}

/** Rows that only the system writes. */
export const SYSTEM_ONLY: Readonly<Record<string, (ids: Ids) => RawBuilder<unknown>>> = {
  government: () =>
    sql`insert into government (code, name, kind, registered_at) values ('131016', 'x', 'ward', ${at})`,
  government_event: () =>
    sql`insert into government_event (code, day, what, recorded_at) values (${code}, '2026-04-01', 'renamed', ${at})`,
  'api_token_event (used)': ({ token }) =>
    sql`insert into api_token_event (government, token, what, day, at, by) values (${code}, ${token}, 'used', '2026-05-01', ${at}, 'u')`,
}
