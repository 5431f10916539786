import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const TABLE = [
  '氏名\tメール\t役割\t担当課',
  '海野 渚\tumino@city.example\t報告者\t商工観光課',
  '大山 岳\toyama@city.example\t承認者\t商工観光課',
]
const PASSWORDS = {
  海野: '波の音と灯台の光 2026',
  大山: '尾根の風と山小屋 2026',
  新: '遠い島の灯りを見る 77',
  三: '川べりの柳と石の橋 2026',
}

describeWithBrowser('四人の人と入口', () => {
  let server: TestServer
  const browser = useBrowser()
  let [administrator, reporter, approver, stranger]: Page[] = []
  const who = (page: Page | undefined): Page => page as Page

  beforeAll(async () => {
    server = await startServer()
    for (const at of [0, 1, 2, 3]) {
      const page = await browser.open({ viewport: { width: 1280, height: 900 } })
      ;[administrator, reporter, approver, stranger] = [administrator, reporter, approver, stranger].map(
        (each, place) => (place === at ? page : each),
      ) as Page[]
    }
    await who(administrator).goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
  })

  const go = (page: Page | undefined, path: string) => who(page).goto(`${server.url}${path}`)
  const press = (page: Page | undefined, name: string | RegExp) =>
    who(page).getByRole('button', { name }).click()
  const says = (page: Page | undefined, text: string | RegExp) => who(page).getByText(text).first().waitFor()

  test('管理者が表を貼ると、誤った行が理由とともに出て、だれも招待されない', async () => {
    await go(administrator, `${CITY}/members/invite`)
    await who(administrator)
      .getByLabel('表を貼る')
      .fill([...TABLE, '空野 遥\tsorano\t報告者\t宇宙課'].join('\n'))
    await press(administrator, '確かめる')
    await says(administrator, '1行を直してください')
    await says(administrator, 'メールアドレスとして読めません（「sorano」）')
    await says(administrator, '担当課「宇宙課」が登録されていません')
    expect(
      await who(administrator)
        .getByRole('button', { name: /件を招待する/ })
        .count(),
    ).toBe(0)
    await go(administrator, `${CITY}/members?state=invited`)
    await says(administrator, '当てはまる人はいません')
  })

  test('直した表で二人を招待し、メールの設定がなければリンクを出して渡す', async () => {
    await go(administrator, `${CITY}/members/invite`)
    await who(administrator).getByLabel('表を貼る').fill(TABLE.join('\n'))
    await press(administrator, '確かめる')
    await press(administrator, '2件を招待する')
    await says(administrator, '招待してまだ入っていない人 2人')
    await says(administrator, 'メールを送る設定がありません')
  })

  const linkFor = async (name: string) => {
    const row = who(administrator).getByRole('row').filter({ hasText: name }).first()
    await row.locator('summary').click()
    await row.getByRole('button', { name: 'パスワードを決めるリンクを出す' }).click()
    await says(administrator, `${name}さんだけに、直接渡してください。`)
    return who(administrator).getByLabel('リンク').inputValue()
  }

  test('招待された人は、パスワードを決めて入る。短いパスワードと、二度目は断られる', async () => {
    const link = await linkFor('海野 渚')
    await who(reporter).goto(link)
    await says(reporter, '海野 渚さん（umino@city.example）のパスワードを決めます')
    await who(reporter)
      .locator('#password')
      .evaluate((field) => field.removeAttribute('minlength'))
    await who(reporter).getByLabel('新しいパスワード').fill('短い')
    await press(reporter, 'パスワードを決めて入る')
    await says(reporter, 'パスワードが短すぎます')
    await who(reporter).getByLabel('新しいパスワード').fill(PASSWORDS.海野)
    await press(reporter, 'パスワードを決めて入る')
    await says(reporter, 'サインアウト')
    await who(stranger).goto(link)
    await says(stranger, 'このリンクは使われたか、期限が切れています')
    await who(approver).goto(await linkFor('大山 岳'))
    await who(approver).getByLabel('新しいパスワード').fill(PASSWORDS.大山)
    await press(approver, 'パスワードを決めて入る')
    await says(approver, 'サインアウト')
  })

  test('入った人は「利用中」になり、リンクを出したことも記録にある', async () => {
    await go(administrator, `${CITY}/members?state=active`)
    await says(administrator, 'umino@city.example')
    await go(administrator, `${CITY}/history`)
    await says(administrator, 'パスワードのリンクを出した')
  })

  test('報告者は自分の課のぶんだけを見て、入れて、出す', async () => {
    await go(administrator, `${CITY}/reports?year=2025`)
    await press(administrator, '収集を始める')
    await says(administrator, 'しめきり')
    await go(reporter, `${CITY}/reports?year=2025&department=planning`)
    await says(reporter, '商工観光課')
    expect(await who(reporter).getByText('課ごとの状況').count()).toBe(0)
    const card = who(reporter).locator('.answer-card').filter({ hasText: '創業件数' })
    await card.getByLabel(/R7末までの累計/).fill('63')
    await card.getByText(/に保存しました/).waitFor()
    await who(reporter).reload()
    await press(reporter, '1件を課長の確認に出す')
    await says(reporter, '1件を提出しました')
    expect(await who(reporter).getByRole('button', { name: /承認/ }).count()).toBe(0)
  })

  test('承認者が承認すると実績になり、記録にはその役割が残る', async () => {
    await go(approver, `${CITY}/reports?year=2025`)
    await press(approver, '承認待ちの1件をまとめて承認する')
    await says(approver, '1件を承認し、実績として記録しました')
    await go(administrator, `${CITY}/history`)
    await says(administrator, '報告を承認した')
    await says(administrator, '大山 岳')
  })

  test('権限のない人には、人の画面も、ほかの団体も見えない', async () => {
    for (const page of [reporter, approver, stranger])
      for (const path of ['/members', '/members/invite', '/members/hand-over?department=planning']) {
        const answer = await go(page, `${CITY}${path}`)
        expect(answer?.status()).toBe(403)
        expect(await who(page).content()).not.toMatch(/umino|oyama/)
      }
    expect((await go(reporter, '/g/431001'))?.status()).toBe(403)
    expect((await go(reporter, '/register'))?.status()).toBe(403)
    await go(reporter, '/')
    expect(await who(reporter).getByRole('link', { name: '団体を登録する' }).count()).toBe(0)
    expect(await who(reporter).getByText('報告者').count()).toBe(1)
    await go(stranger, '/g/431001/members')
    expect(who(stranger).url()).toContain('/sign-in?to=')
    expect((await go(administrator, '/g/431001/members'))?.status()).toBe(200)
    expect(await who(administrator).content()).not.toMatch(/umino|oyama/)
  })

  test('まちがったパスワードは断られ、正しければ行こうとした画面に着く', async () => {
    await go(stranger, '/account')
    await who(stranger).getByLabel('メール').fill('umino@city.example')
    await who(stranger).getByLabel('パスワード').fill('ちがうパスワード 2026')
    await press(stranger, 'サインイン')
    await says(stranger, 'メールかパスワードが違います')
    await who(stranger).getByLabel('パスワード').fill(PASSWORDS.海野)
    await press(stranger, 'サインイン')
    await says(stranger, 'サインインしている端末')
  })

  test('自分の端末を見て、ほかの端末を終わらせる', async () => {
    await go(reporter, '/account')
    expect(await who(reporter).locator('section:has(#sessions) tbody tr').count()).toBe(2)
    await press(reporter, 'この端末のほかを、すべて終わらせる')
    await says(reporter, '終わらせました')
    await go(stranger, '/account')
    expect(who(stranger).url()).toContain('/sign-in?to=')
  })

  test('パスワードを変えると、前のパスワードでは入れない', async () => {
    await go(reporter, '/account')
    const form = who(reporter).locator('section:has(#password-title)')
    await form.getByLabel('いまのパスワード').fill(PASSWORDS.海野)
    await form.getByLabel('新しいパスワード').fill(PASSWORDS.新)
    await form.getByRole('button', { name: 'パスワードを変える' }).click()
    await says(reporter, 'パスワードを変えました')
    await go(stranger, '/sign-in')
    await who(stranger).getByLabel('メール').fill('umino@city.example')
    await who(stranger).getByLabel('パスワード').fill(PASSWORDS.海野)
    await press(stranger, 'サインイン')
    await says(stranger, 'メールかパスワードが違います')
  })

  test('続けて失敗すると、正しいパスワードでもしばらく入れない', async () => {
    await go(stranger, '/sign-in')
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await who(stranger).getByLabel('メール').fill('oyama@city.example')
      await who(stranger).getByLabel('パスワード').fill(`当てずっぽう ${attempt}`)
      await press(stranger, 'サインイン')
      await says(stranger, 'メールかパスワードが違います')
      await who(stranger).reload()
    }
    await who(stranger).getByLabel('メール').fill('oyama@city.example')
    await who(stranger).getByLabel('パスワード').fill(PASSWORDS.大山)
    await press(stranger, 'サインイン')
    await says(stranger, '続けて何度も失敗しました')
  })

  test('二段階の確認を始めると、番号か控えの番号なしには入れない', async () => {
    await go(reporter, '/account')
    await who(reporter).locator('#codes-password').fill(PASSWORDS.新)
    await press(reporter, '始める')
    const key = (await who(reporter).locator('section:has(#codes) dd code').textContent()) ?? ''
    const [backup = ''] = await who(reporter).locator('section:has(#codes) li code').allTextContents()
    await who(reporter).getByLabel('番号').fill('000000')
    await press(reporter, '使い始める')
    await says(reporter, '番号が違います')
    await who(reporter).goto(`${server.url}/account`)
    await who(reporter).locator('#codes-password').fill(PASSWORDS.新)
    await press(reporter, '始める')
    const again = (await who(reporter).locator('section:has(#codes) dd code').textContent()) ?? ''
    const [spare = ''] = await who(reporter).locator('section:has(#codes) li code').allTextContents()
    expect(again).not.toBe(key)
    expect(spare).not.toBe(backup)
    await who(reporter).getByLabel('番号').fill(codeNow(again))
    await press(reporter, '使い始める')
    await says(reporter, '二段階の確認を使い始めました')
    await go(stranger, '/sign-in?to=/account')
    await who(stranger).getByLabel('メール').fill('umino@city.example')
    await who(stranger).getByLabel('パスワード').fill(PASSWORDS.新)
    await press(stranger, 'サインイン')
    await says(stranger, '認証アプリに出ている6桁の番号')
    const elsewhere = await who(stranger).context().newPage()
    await elsewhere.goto(`${server.url}/account`)
    expect(elsewhere.url()).toContain('/sign-in')
    await elsewhere.close()
    await who(stranger).getByLabel('番号').fill(backup)
    await press(stranger, '確かめる')
    await says(stranger, '番号が違います')
    await who(stranger).getByLabel('番号').fill(spare)
    await press(stranger, '確かめる')
    await says(stranger, 'サインインしている端末')
  })

  test('アプリも控えもなくした人には、動かしている人がコマンドでリンクを出す。JavaScript がなくても使える', async () => {
    const nobody = await shirube(server.dataDir, 'sign-in-link', '--email', 'nobody@city.example')
    expect(nobody).toMatchObject({ code: 1 })
    expect(nobody.err).toContain('nobody@city.example の人はいません')
    const { out } = await shirube(
      server.dataDir,
      'sign-in-link',
      '--email',
      'umino@city.example',
      '--codes-off',
    )
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(out.trim())
    await page.getByLabel('新しいパスワード').fill(PASSWORDS.三)
    await page.getByRole('button', { name: 'パスワードを決めて入る' }).click()
    await page.getByText('サインアウト').waitFor()
    await go(reporter, '/account')
    expect(who(reporter).url()).toContain('/sign-in')
  })

  test('所属を終えた人は、その時からその団体に何もできない', async () => {
    await go(administrator, `${CITY}/members`)
    const row = who(administrator).getByRole('row').filter({ hasText: '大山 岳' }).first()
    await row.locator('summary').click()
    await row.getByRole('button', { name: '終える' }).click()
    await says(administrator, '所属を終えました')
    await go(approver, `${CITY}/reports?year=2025`)
    expect(
      await who(approver)
        .getByRole('button', { name: /承認|提出|確認に出す/ })
        .count(),
    ).toBe(0)
    await go(administrator, `${CITY}/members?state=ended`)
    await says(administrator, 'oyama@city.example')
  })

  test('画面の誤りはない', () => expect(browser.troubles).toEqual([]))
})

/** 時間ベースの番号 (RFC 6238) of a key in base 32, as an authenticator application shows it. */
function codeNow(key: string): string {
  const bits = [...key.replace(/[\s=]/g, '')].map((char) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'),
  )
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}
