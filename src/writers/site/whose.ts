import { type Html, html } from './html.ts'
import { nameOf, type Page, type Promised } from './page.ts'

/** 課の名前 by its id, as it was when the page was taken; undefined where the government knows none of that id. */
export function departmentWord(page: Page, id: string | undefined): Html | undefined {
  const known = (page.snapshot.departments ?? page.shown.departments ?? []).find(
    (each) => each.id === id || each.name === id,
  )
  return known && nameOf(page, known)
}

/** 担当: residents are told which department answers, never a person; 庁内 where none is known. */
export const whoseWord = (page: Page, { indicator: { department } }: Pick<Promised, 'indicator'>): Html =>
  departmentWord(page, department) ?? html`${page.s.insideOffice}`
