import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const AGES = [...Array.from({ length: 18 }, (_, at) => `${at * 5}-${at * 5 + 4}`), '90+']
/** An invented projection of しるべ市 and of a nation of 47 prefectures, in the long layout: everybody fewer by a steady share. */
function table(): string {
  const codes = [
    ...Array.from(
      { length: 47 },
      (_, at) => [`${String(at + 1).padStart(2, '0')}`, '県', 'pref', 100_000] as const,
    ),
    ['99201', 'しるべ市', 'muni', 3_000] as const,
  ]
  const rows = codes.flatMap(([code, name, level, size]) =>
    [2020, 2025, 2030, 2035, 2040, 2045, 2050].flatMap((year, step) => {
      const people = (share: number) =>
        AGES.map((_, age) => Math.round((size * share * (20 - age / 2) * 0.93 ** step) / 20))
      const [male, female] = [people(1), people(1.04)]
      const line = (sex: string, list: readonly number[]) =>
        [code, name, level, sex, year, list.reduce((sum, each) => sum + each, 0), ...list].join(',')
      return [
        line(
          'T',
          male.map((each, at) => each + (female[at] ?? 0)),
        ),
        line('M', male),
        line('F', female),
      ]
    }),
  )
  return [`code,name,level,sex,year,total,${AGES.join(',')}`, ...rows].join('\n')
}

describeWithBrowser('人口の見通しを試す', () => {
  let server: TestServer
  let folder = ''
  let page: Page
  const browser = useBrowser()
  const answer = () => page.locator('.answer').textContent()

  beforeAll(async () => {
    server = await startServer()
    folder = await mkdtemp(join(tmpdir(), 'shirube-population-'))
    await writeFile(join(folder, 'table.csv'), table())
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('計画の目標どおりなら何人か、約束とどれだけ違うかを一文でいう', async () => {
    await page.goto(`${server.url}/g/992011/population`)
    expect(await answer()).toMatch(
      /計画の目標どおりなら、2050年は[\d,]+人。 ?2050年の約束[\d,]+人には[\d,]+人届きません。/,
    )
    for (const name of ['総人口', '年齢の形 2050年', '何が何人ぶんか', '影響度', 'この計算の使える期間'])
      await page.getByText(name).first().waitFor()
  })

  test('出生率のつまみを動かすと、その場で人数が変わり、宛先に残る', async () => {
    const before = await answer()
    const slider = page.getByRole('slider', { name: '合計特殊出生率' })
    await slider.focus()
    for (let press = 0; press < 20; press += 1) await slider.press('ArrowRight')
    await page.getByText('自分で動かすなら、').waitFor()
    expect(await answer()).not.toBe(before)
    expect(page.url()).toContain('choice=own')
    const moved = await answer()
    await page.reload()
    expect(await answer()).toBe(moved)
    expect(browser.troubles).toEqual([])
  })

  test('名前と理由をつけて残し、計画の人口ビジョンに採用し、元に戻す', async () => {
    await page.getByLabel('名前', { exact: true }).fill('上振れ案')
    await page.getByLabel('理由', { exact: true }).last().fill('審議会で比べるため')
    await page.getByRole('button', { name: 'この想定を残す' }).click()
    await page.getByText('審議会で比べるため').waitFor()
    await page.getByText('人口ビジョンとして採用する').first().click()
    await page.getByRole('listitem').getByLabel('理由').fill('審議会の答申による')
    await page.getByRole('button', { name: '人口ビジョンとして採用する' }).click()
    await page.getByRole('button', { name: '採用を元に戻す' }).waitFor()
    await page.getByRole('link', { name: /の人口ビジョン/ }).click()
    await page.getByRole('heading', { level: 1, name: /総合戦略|計画/ }).waitFor()
    await page.getByText(/の人口ビジョン.*上振れ案/).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '採用を元に戻す' }).click()
    await page.getByRole('button', { name: '採用を元に戻す' }).waitFor({ state: 'detached' })
    expect(browser.troubles).toEqual([])
  })

  test('表は CSV と Excel で持ち出せる', async () => {
    for (const [name, ending] of [
      ['表をCSVで', '.csv'],
      ['表と仮定をExcelで', '.xlsx'],
    ] as const) {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      expect(saved.suggestedFilename()).toMatch(new RegExp(`^population-992011\\${ending}$`))
      const bytes = await readFile(await saved.path())
      expect(ending === '.csv' ? bytes.toString().split('\n')[0] : bytes.subarray(0, 2).toString()).toMatch(
        /year,sex|PK/,
      )
    }
  })

  test('統計表を取り込むと、新しい版の推計で試せる。読めない表は何も変えない', async () => {
    const before = await answer()
    await page.getByText('統計表を取り込む').click()
    await page
      .getByLabel('統計表（Excel、CSV、JSON）')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
    await page.getByRole('button', { name: '取り込む', exact: true }).click()
    await page.getByText('統計表を読み取れませんでした').waitFor()
    expect(await answer()).toBe(before)
    await page.getByLabel('統計表（Excel、CSV、JSON）').setInputFiles(join(folder, 'table.csv'))
    await page.getByRole('button', { name: '取り込む', exact: true }).click()
    await page.getByText('を取り込みました。').waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('JavaScript がなくても、用紙のように尋ねられる', async () => {
    const plain = await browser.open({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    await plain.goto(`${server.url}/en/g/992011/population`)
    await plain.getByLabel('My own').check()
    await plain.getByRole('spinbutton', { name: 'Total fertility rate' }).fill('1.9')
    await plain.getByRole('button', { name: 'Try' }).click()
    expect(await plain.locator('.answer').textContent()).toContain('My own')
    expect(plain.url()).toContain('tfr=1.9')
  })
})
