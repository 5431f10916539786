import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'

/** 長い書式: a form into which somebody types long, as the journeys of hardship use it. */
export type LongFormCase = {
  readonly name: string
  /** Table of its rows. */
  readonly table: string
  /** Address of a fresh one; a place for each of the tests. */
  readonly path: (place: number) => string
  readonly form: (page: Page) => Locator
  /** Where the long text goes. */
  readonly text: (form: Locator) => Locator
  /** What else it wants. */
  readonly rest?: (form: Locator) => Promise<unknown>
  readonly send: (form: Locator) => Locator
  readonly done: (page: Page) => Locator
  /** Whether two who write at once write into the same thing. */
  readonly shared: boolean
}

const PROGRAMS = ['g1-p1', 'g1-p2', 'g1-p3', 'g2-p1', 'g2-p2', 'g3-p1', 'g3-p2', 'g3-p3', 'g4-p1', 'g4-p2']
const named = (name: string) => (page: Page) => page.getByRole('form', { name })

/** The forms of the city; `comments` is the path of a consultation. */
export const longForms = (comments: () => string): readonly LongFormCase[] => [
  {
    ...{ name: '人の判定', table: 'judgement', shared: true },
    path: () => '/g/992011/plans/shirube-strategy-3/years/2025/judge?open=c-startups',
    form: named('二次判定（企画）'),
    text: (form) => form.getByLabel(/^所見/),
    rest: async (form) => {
      await form.getByLabel('区分').selectOption('▼')
      await form.getByLabel('計算と違う理由').fill('ほかの調査による。')
    },
    send: (form) => form.getByRole('button', { name: '判定を残す' }),
    done: (page) => page.getByRole('status').getByText('残しました'),
  },
  {
    ...{ name: '今後の方針', table: 'follow_up_step', shared: true },
    path: (place) => `/g/992011/follow-up/shirube-strategy-3/${PROGRAMS[place]}?year=2025`,
    form: named('方針を決める'),
    text: (form) => form.getByLabel(/^理由/),
    rest: (form) => form.getByLabel('方針').selectOption({ label: '改善' }),
    send: (form) => form.locator('button[type=submit]'),
    done: (page) => page.getByText('方針を決めました'),
  },
  {
    ...{ name: '意見のまとまり', table: 'comment_group', shared: true },
    path: (place) => `${comments()}?group=place-${place}`,
    form: named('意見のまとまりと考え方'),
    text: (form) => form.getByLabel('考え方'),
    rest: (form) => form.getByLabel('見出し').fill(`見出し ${randomUUID()}`),
    send: (form) => form.getByRole('button', { name: '残す' }),
    done: (page) => page.getByText('まとまりを残しました'),
  },
  {
    ...{ name: '質問', table: 'question', shared: false },
    path: () => '/g/992011/reports?year=2025&department=commerce-tourism',
    form: (page) => page.locator('form', { has: page.locator('#ask-department-commerce-tourism') }),
    text: (form) => form.getByLabel('担当課に質問する'),
    send: (form) => form.getByRole('button', { name: '質問を送る' }),
    done: (page) => page.getByText('送りました。'),
  },
]

/** Opens a form where it is folded, and fills it. */
export async function fillIn(one: LongFormCase, page: Page, text: string): Promise<Locator> {
  const form = one.form(page)
  await form.waitFor({ state: 'attached' })
  const folded = page.locator('details:not([open])', { has: form })
  if ((await folded.count()) > 0) await folded.locator('summary').first().click()
  await one.rest?.(form)
  await one.text(form).fill(text)
  return form
}
