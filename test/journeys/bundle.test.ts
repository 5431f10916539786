import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const ROOT = join(import.meta.dirname, '../..')
const AXE = join(ROOT, 'node_modules/axe-core/axe.min.js')
const CITY = '/g/992011'
const YEAR = '?year=2025'
/** Indicators of 商工観光課 that both sides answer. */
const NOTE = '補助が効いた'
const [STARTUPS, SPENDING] = ['創業件数', '観光客1人当たりの消費額']

describeWithBrowser('つながっていない二つの環境の間で、束を運ぶ', () => {
  let [inner, outer]: TestServer[] = []
  let [inside, outside]: Page[] = []
  let [folder, plain] = ['', '']
  const browser = useBrowser()
  const page = (side: 'inside' | 'outside') => (side === 'inside' ? inside : outside) as Page
  const server = (side: 'inside' | 'outside') => (side === 'inside' ? inner : outer) as TestServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-stick-'))
    inner = await startServer(undefined, { SHIRUBE_SAMPLES: 'fictional', SHIRUBE_NAME: '内側' })
    outer = await startServer(undefined, { SHIRUBE_SAMPLES: 'none', SHIRUBE_NAME: '外側' })
    inside = await browser.open({ viewport: { width: 1440, height: 900 } })
    outside = await browser.open({ viewport: { width: 1440, height: 900 } })
    await inside.goto(inner.link)
    await outside.goto(outer.link)
  })
  afterAll(async () => {
    await inner?.stop()
    await outer?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const go = (side: 'inside' | 'outside', path: string) =>
    page(side).goto(`${server(side).url}${CITY}${path}`)
  const press = (side: 'inside' | 'outside', name: string | RegExp) =>
    page(side).getByRole('button', { name }).click()
  const says = (side: 'inside' | 'outside', text: string | RegExp) =>
    page(side).getByText(text).first().waitFor()
  const fingerprint = async (side: 'inside' | 'outside') => {
    await go(side, `/bundles${YEAR}`)
    return (await page(side).locator('#own-fingerprint').textContent()) ?? ''
  }
  const make = async (side: 'inside' | 'outside', name: string) => {
    await go(side, `/bundles${YEAR}`)
    await press(side, '束を作る')
    await says(side, '束を作りました')
    const [file] = await Promise.all([
      page(side).waitForEvent('download'),
      page(side).getByRole('status').getByRole('link', { name: 'ファイルを受け取る' }).click(),
    ])
    await copyFile(await file.path(), join(folder, name))
  }
  const offer = async (side: 'inside' | 'outside', name: string) => {
    await go(side, `/bundles${YEAR}`)
    await page(side).getByLabel('束のファイル').setInputFiles(join(folder, name))
    await press(side, '確かめる')
  }
  const answer = async (side: 'inside' | 'outside', indicator: string, value: string, note = '') => {
    await go(side, `/reports${YEAR}&department=commerce-tourism`)
    const card = page(side).locator('.answer-card').filter({ hasText: indicator })
    const fields = [[card.getByLabel('増減の理由と今後'), note] as const, [field(card), value] as const]
    for (const [input, text] of fields) {
      if ((await input.inputValue()) === text) continue
      const saved = page(side).waitForResponse((response) => response.url().includes('/reports/save'))
      await input.fill(text)
      await saved
    }
  }
  const field = (card: Locator) => card.getByLabel(/令和7年度の値|R7末までの累計/)
  const answered = async (side: 'inside' | 'outside', indicator: string) => {
    await go(side, `/reports${YEAR}&department=commerce-tourism`)
    return page(side)
      .locator('.answer-card')
      .filter({ hasText: indicator })
      .getByLabel(/令和7年度の値|R7末までの累計/)
      .inputValue()
  }

  test('内側で収集を始め、行きの束を作る', async () => {
    await go('inside', `/reports${YEAR}`)
    await press('inside', '収集を始める')
    await says('inside', 'しめきり')
    await go('inside', `/cycle${YEAR}`)
    await page('inside').getByRole('link', { name: '束を運ぶ' }).click()
    await says('inside', '行きの束を作ります')
    await make('inside', 'out.shirube')
  })

  test('外側には団体だけがある。知らない鍵の束は、指紋と、することを言って断る', async () => {
    await page('outside').goto(`${server('outside').url}/register`)
    await page('outside')
      .getByLabel(/^団体コード/)
      .fill('992011')
    await page('outside')
      .getByLabel(/^団体の名前/)
      .fill('しるべ市')
    await press('outside', '登録する')
    await says('outside', 'しるべ市')
    const inner = await fingerprint('inside')
    await offer('outside', 'out.shirube')
    await says('outside', `まだ信頼していない鍵（内側、指紋 ${inner}）`)
  })

  test('指紋は一字違うと分かり、打ったものは残る。正しければ、たがいに信頼する', async () => {
    const inner = await fingerprint('inside')
    const outer = await fingerprint('outside')
    expect(inner).not.toBe(outer)
    await page('outside')
      .getByLabel(/^指紋/)
      .fill(`${inner.slice(0, -1)}${inner.endsWith('7') ? '8' : '7'}`)
    await page('outside')
      .getByLabel(/^向こうの呼び名/)
      .fill('庁内')
    await press('outside', '鍵を信頼する')
    await says('outside', '指紋として読めません')
    expect(
      await page('outside')
        .getByLabel(/^向こうの呼び名/)
        .inputValue(),
    ).toBe('庁内')
    await page('outside').getByLabel(/^指紋/).fill(inner.toLowerCase().replaceAll('-', ' '))
    await press('outside', '鍵を信頼する')
    await says('outside', '「庁内」の鍵を信頼しました')
    const trusted = await shirube(
      server('inside').dataDir,
      ...['bundle', 'trust', outer, '--name', '商工会館', '--government', '992011', '--by', '企画課 佐藤'],
    )
    expect(trusted).toMatchObject({ code: 0, err: '' })
    await go('inside', `/bundles${YEAR}`)
    await says('inside', '商工会館')
  })

  test('一字でも変わった束は、どこが変わったかを言って断る', async () => {
    const bytes = await readFile(join(folder, 'out.shirube'))
    const at = bytes.indexOf('plans/1.yaml') + 500
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    await writeFile(join(folder, 'altered.shirube'), bytes)
    await offer('outside', 'altered.shirube')
    await says('outside', '束の中の「plans/1.yaml」が、作られたあとで変わっています')
    await writeFile(join(folder, 'cut.shirube'), bytes.subarray(0, bytes.length - 1000))
    await offer('outside', 'cut.shirube')
    await says('outside', '束が途中で切れています')
  })

  test('何が変わるかを見てから取り込むと、計画と日程がそろう。二度目は断る', async () => {
    await offer('outside', 'out.shirube')
    await says('outside', '取り込むと、こうなります')
    await says('outside', '収集を始める')
    await press('outside', 'この内容で取り込む')
    await says('outside', '取り込みました')
    await go('outside', '/plans')
    await says('outside', 'しるべ市')
    await offer('outside', 'out.shirube')
    await says('outside', 'もう取り込んであります')
  })

  test('両側で答え、帰りの束を取り込むと、違うところだけを並べて選び、数字がそろう', async () => {
    await answer('outside', STARTUPS, '63', NOTE)
    await answer('outside', SPENDING, '13200')
    await answer('inside', STARTUPS, '64')
    await go('outside', `/bundles${YEAR}`)
    await says('outside', '帰りの束を作ります')
    await make('outside', 'back.shirube')
    const shown = await shirube(server('inside').dataDir, 'bundle', 'show', join(folder, 'back.shirube'))
    expect(shown).toMatchObject({ code: 0 })
    expect(shown.out).toContain('帰りの束（外側から）')
    await offer('inside', 'back.shirube')
    await says('inside', 'こことむこうで違うところ 1件')
    expect(await page('inside').locator('tbody input[type=radio]').count()).toBe(2)
    await page('inside')
      .getByRole('row', { name: new RegExp(STARTUPS) })
      .getByText('63')
      .click()
    await press('inside', '選んだ値で取り込む')
    await says('inside', '取り込みました')
    for (const [indicator, value] of [
      [STARTUPS, '63'],
      [SPENDING, '13200'],
    ] as const)
      for (const side of ['inside', 'outside'] as const) expect(await answered(side, indicator)).toBe(value)
    await go('inside', '/history')
    await says('inside', '束を取り込んだ')
  })

  test('フォルダーの調査票は、できたものだけを取り込み、残すものは理由を言う', async () => {
    plain = join(folder, 'share')
    const done = join(folder, 'done')
    await mkdir(done)
    const of = ['--government', '992011', '--year', '2025']
    const written = await shirube(server('inside').dataDir, 'reports', 'workbooks', ...of, '--out', plain)
    expect(written.code).toBe(0)
    expect(await readdir(plain)).toContain('商工観光課.xlsx')
    await writeFile(join(plain, '別のもの.xlsx'), 'x')
    await writeFile(join(plain, '~$財政課.xlsx'), '')
    const collect = () =>
      shirube(
        server('inside').dataDir,
        ...['reports', 'collect', plain, ...of, '--by', '企画課 佐藤', '--move-to', done],
      )
    const first = await collect()
    expect(first.code).toBe(3)
    expect(first.out).toContain('商工観光課.xlsx: 調査票から0件を取り込みました')
    expect(first.out).toContain('別のもの.xlsx: Excel の調査票として開けません')
    expect(first.err).toContain('商工観光課.xlsx')
    expect(await readdir(done)).toContain('商工観光課.xlsx')
    expect(await readdir(plain)).toContain('別のもの.xlsx')
    const watching = spawn(
      process.execPath,
      ['src/main/cli.ts', 'reports', 'collect', plain, ...of, '--watch', '--move-to', done],
      { cwd: ROOT, env: { ...process.env, SHIRUBE_DATA: server('inside').dataDir }, stdio: 'pipe' },
    )
    const ended = new Promise<number>((go) => watching.once('close', (code) => go(code ?? -1)))
    await copyFile(join(done, '商工観光課.xlsx'), join(plain, '商工観光課 訂正.xlsx'))
    await expect.poll(() => readdir(done), { timeout: 20_000 }).toContain('商工観光課 訂正.xlsx')
    watching.kill('SIGTERM')
    expect(await ended).toBe(3)
  })

  test('JavaScript がなくても、束を作れて、断られた理由が読める', async () => {
    const simple = await browser.open({
      javaScriptEnabled: false,
      storageState: await page('inside').context().storageState(),
    })
    await simple.goto(`${server('inside').url}${CITY}/bundles${YEAR}`)
    await simple.getByLabel('束のファイル').setInputFiles(join(folder, 'out.shirube'))
    await simple.getByRole('button', { name: '確かめる' }).click()
    await simple.getByText('この環境で作った束です').waitFor()
    await simple.getByRole('button', { name: '束を作る' }).click()
    await simple.getByText('束を作りました').waitFor()
    await simple.close()
  })

  test('390px で横にはみ出さず、三つの言語で開け、axe の違反がない', async () => {
    const axe = await readFile(AXE, 'utf8')
    await answer('outside', STARTUPS, '70', NOTE)
    await answer('inside', STARTUPS, '71', NOTE)
    await make('inside', 'again.shirube')
    await offer('outside', 'again.shirube')
    await says('outside', 'こことむこうで違うところ')
    const one = new URL(page('outside').url()).pathname
    const prefer = (...more: readonly string[]) =>
      shirube(
        server('outside').dataDir,
        ...[
          'bundle',
          'take',
          join(folder, 'again.shirube'),
          '--government',
          '992011',
          '--by',
          '外の係',
          ...more,
        ],
      )
    const looked = await prefer()
    expect(looked.code).toBe(3)
    expect(looked.out).toContain('創業件数（累計） 値: 前に運んだとき 63 / ここ 70 / むこう 71')
    for (const width of [1440, 390]) {
      await page('outside').setViewportSize({ width, height: 900 })
      for (const prefix of ['', '/en', '/zh-Hant'])
        for (const path of [`${CITY}/bundles`, one]) {
          await page('outside').goto(`${server('outside').url}${prefix}${path}${YEAR}`)
          expect(await page('outside').evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            width,
          )
          await page('outside').evaluate(axe)
          const violations = await page('outside').evaluate(
            'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))',
          )
          expect([prefix, path, violations]).toEqual([prefix, path, []])
        }
    }
    expect(await prefer('--confirm', '--prefer', 'there')).toMatchObject({ code: 0 })
    expect(await answered('outside', STARTUPS)).toBe('71')
    expect((await prefer('--confirm')).err).toContain('もう取り込んであります')
  })

  test('画面の誤りはない', () => expect(browser.troubles).toEqual([]))
})
