import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A suite that needs a browser; skipped, and its title says why, where there is none. */
export const describeWithBrowser = (title: string, suite: () => void): void => {
  if (existsSync(PATH)) describe(title, suite)
  else describe.skip(`${title}（Chromium が ${PATH} にないので飛ばす）`, suite)
}

export function useBrowser(): {
  open(options?: BrowserContextOptions): Promise<Page>
  readonly troubles: string[]
} {
  let browser: Browser
  const troubles: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: PATH, args: FLAGS })
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    troubles,
    /** A page in a context of its own. What its console complains of, a blocked inline style included, is kept in `troubles`. */
    async open(options) {
      const page = await (await browser.newContext(options)).newPage()
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          troubles.push(`${page.url()} ${message.text()}`)
      })
      page.on('pageerror', (error) => troubles.push(`${page.url()} ${error.message}`))
      return page
    },
  }
}
