import { describe, expect, test } from 'vitest'
import { publication, publishedYear, RECORDS } from '#test/support/published-year.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import { zhHant } from '#words/zh-Hant.ts'
import { writeYearPage } from './year-page.ts'

const path = '/p/992011/sample-strategy/2023'
const page = (shown = publishedYear(), asOf?: string) => writeYearPage(shown, { words: ja, asOf, path })

/** What a reader sees of a piece of markup. */
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const between = (markup: string, from: string, to: string) => {
  const start = markup.indexOf(from)
  return markup.slice(start, markup.indexOf(to, start))
}
const partOf = (markup: string, id: string) =>
  between(markup, `<section class="sec" id="${id}"`, '</section>')
const rowOf = (markup: string, id: string) => between(markup, `<li class="ind" id="c-${id}"`, '</details>')
const cellsOf = (row: string) =>
  [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell ?? ''))
const rowsOf = (table: string) => [...table.matchAll(/<tr[^>]*>.*?<\/tr>/gs)].map(([row]) => cellsOf(row))

describe('公表ページ', () => {
  test('直した値は、前の値に線を引いて残り、理由と担当課と日時がある。人の名前はない', () => {
    const jobs = rowOf(page(), 'c-jobs')
    expect(jobs).toMatch(/<del>.*188.*<\/del>/)
    expect(jobs).toMatch(/<ins>.*208.*<\/ins>/)
    for (const part of [jobs, partOf(page(), 'changed')]) {
      expect(part).toContain('【訂正】')
      expect(part).toContain('3月に届いた報告を足し忘れていた')
      expect(part).toContain('担当: 庁内')
      expect(part).toContain(ja.moment('2024-09-02T05:00:00.000Z'))
    }
    expect(page()).not.toMatch(/田中|佐藤/)
  })

  test('取り下げた値も線を引いて残る', () => {
    const withdrawn = RECORDS.find(({ id }) => id === 'r32')
    const records = [
      ...RECORDS,
      {
        ...(withdrawn as (typeof RECORDS)[number]),
        id: 'r33',
        actual: { kind: 'withdrawn', year: 2023 } as never,
        corrects: 'r32',
        reason: '別の市の値だった',
        recordedAt: '2024-09-03T00:00:00.000Z',
      },
    ]
    const shown = publishedYear()
    const rows = shown.snapshot.rows.map((row) =>
      row.commitment === 'c-netmove'
        ? { ...row, records: records.filter(({ indicator }) => indicator === 'netmove') }
        : row,
    )
    const written = page({ ...shown, snapshot: { ...shown.snapshot, rows } })
    expect(rowOf(written, 'c-netmove')).toMatch(/<del>.*−40.*<\/del>.*取り下げ/s)
    expect(rowOf(written, 'c-netmove')).toContain('別の市の値だった')
  })

  test('値がないときは、空欄や 0 ではなく理由が立つ', () => {
    const fertility = rowOf(page(), 'c-fertility')
    expect(fertility).toContain('未公表')
    expect(fertility).toContain('2023年度の値がまだ公表されていません')
    expect(textOf(rowOf(page(), 'c-empty'))).toContain('はじめ 記載なし')
    expect(rowOf(page(), 'c-empty')).toContain('値がまだ入力されていません')
    expect(page()).not.toMatch(/<d[dt]><\/d[dt]>|<td[^>]*><\/td>/)
  })

  test('判定に使った値の年度が違うときは、そう書く', () => {
    const income = textOf(rowOf(page(), 'c-income'))
    expect(income).toContain('R4の値で評価')
    expect(income).toContain('2023年度は未公表')
  })

  test('どこから来たか: 資料、節、ページ、行、計画の表記', () => {
    const jobs = textOf(rowOf(page(), 'c-jobs'))
    expect(jobs).toContain('総合戦略 本文 基本目標1 12ページ 103〜104行目')
    expect(jobs).toContain('計画の表記: 61人増加')
  })

  test('計算はどの行も書いてある', () => {
    const shown = publishedYear()
    for (const { commitment, judgement } of shown.snapshot.rows)
      for (const step of judgement.working) {
        const row = textOf(rowOf(page(shown), commitment))
        expect(row).toContain(ja.working[step.what])
        if (step.expression) expect(row).toContain(step.expression)
        if (step.comparison) expect(row).toContain(step.comparison)
      }
  })

  test('道のりは向きのある目標だけに描き、保つ目標は余裕を言う', () => {
    expect(rowOf(page(), 'c-jobs')).toContain('class="track')
    expect(rowOf(page(), 'c-firms')).not.toContain('class="track')
    expect(textOf(rowOf(page(), 'c-firms'))).toContain('余裕 12 所')
    expect(rowOf(page(), 'c-netmove')).toContain('◀')
    expect(rowOf(page(), 'c-jobs')).not.toContain('◀')
  })
})

describe('合計', () => {
  const written = page()
  const tally = [...between(written, '<ul class="tally"', '</ul>').matchAll(/<li.*?<\/li>/gs)].map(([li]) =>
    textOf(li),
  )
  const [byGoal = '', oneByOne = ''] = partOf(written, 'counting').split('<table').slice(1)
  const listed = rowsOf(oneByOne).slice(1)

  test('件数は、判定の一覧の「数える」が1の行を数え直したものと同じ', () => {
    for (const box of tally) {
      const [, word, count] = /^(\S+) (\d+) 件$/.exec(box) ?? []
      expect(listed.filter((cells) => cells[2] === word && cells[4] === '1')).toHaveLength(Number(count))
    }
    expect(tally).toHaveLength(5)
    expect(listed.filter((cells) => cells[4] === '1')).toHaveLength(7)
  })

  test('再掲は数えず、そう書く', () => {
    expect(listed.filter((cells) => cells[4] === '0 再掲').map((cells) => cells[0])).toEqual(['雇用創出数'])
    expect(written).toContain('再掲は1件です')
  })

  test('目標ごとの件数を足すと合計の行になる', () => {
    const [, ...rows] = rowsOf(byGoal)
    const total = rows.pop() ?? []
    total.slice(1).forEach((sum, at) => {
      expect(rows.reduce((all, cells) => all + Number(cells[at + 1]), 0)).toBe(Number(sum))
    })
  })

  test('割合の式がそのまま書いてある', () => {
    expect(written).toContain(publishedYear().snapshot.total.onTrack.expression)
  })
})

describe('判定する指標がない計画', () => {
  test('空の表や 0 の並びではなく、ないと言う', () => {
    const shown = publishedYear({
      plan: (text) => text.replace(/^commitments:[\s\S]*/m, ''),
    })
    const written = page(shown)
    expect(partOf(written, 'now')).toContain('この計画には、判定する指標がありません。')
    expect(written).not.toContain('<table')
    expect(written).not.toContain('class="tally"')
  })
})

describe('安全と再現', () => {
  test('悪意のある名前は文字のまま出る', () => {
    const shown = publishedYear({
      plan: (text) => text.replace('name: 雇用創出数', `name: '"><script>alert(1)</script>&amp; ''x'''`),
    })
    const written = page(shown)
    expect(written).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp; &#39;x&#39;')
    expect(written).not.toContain('<script')
  })

  test('スクリプトも、その場の style もない', () => {
    expect(page()).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
    expect(page()).not.toContain('undefined')
    expect(page()).not.toContain('[object')
  })

  test('同じ内容なら同じバイト列になる', () => {
    expect(page(publishedYear())).toBe(page(publishedYear()))
  })

  test('id は重ならず、ページの中のリンクはどれも届く', () => {
    const ids = [...page().matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of page().matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to)
  })

  test('見出しは h1 が一つで、どの表にも表題と見出しの向きがある', () => {
    expect(page().match(/<h1/g)).toHaveLength(1)
    for (const table of page().split('<table').slice(1)) {
      expect(table).toContain('<caption>')
      expect(table).toContain('scope="col"')
      expect(table).toContain('scope="row"')
    }
  })
})

describe('お知らせ', () => {
  const first = publication(1, '2024-10-01T00:00:00.000Z')
  const second = publication(2, '2025-02-14T00:00:00.000Z', '出生率の元の数を直した')
  const publications = [second, first]

  test('架空の団体であることを言う', () => {
    expect(page()).toContain('この団体は架空です')
    expect(page(publishedYear({ fictional: false }))).not.toContain('架空')
  })

  test('初回の公表では訂正とも前の公表とも言わない', () => {
    expect(between(page(), '<aside class="notices"', '</aside>')).not.toContain('公表')
  })

  test('最初の公表より前の時点なら、まだ公表されていなかったと言う', () => {
    const written = page(publishedYear({ publications, number: 0 }), '2024-06-01T00:00:00.000Z')
    expect(written).toContain('このときは、まだ公表されていませんでした')
    expect(written).toContain(`<a href="${path}">いまの公表を見る</a>`)
    expect(partOf(written, 'files')).toContain('まだ公表していません')
  })

  test('前の公表を見ているときは、あとの公表へ導く', () => {
    const written = page(publishedYear({ publications, number: 1 }), '2024-12-01T00:00:00.000Z')
    expect(written).toContain('第2回の公表をしました')
    expect(written).toContain(`<a href="${path}">いまの公表を見る</a>`)
  })

  test('2回目からの公表は訂正と言い、理由を示し、前の公表に戻れる', () => {
    const written = page(publishedYear({ publications, number: 2 }))
    expect(between(written, '<aside class="notices"', '</aside>')).toContain('【訂正】')
    expect(between(written, '<aside class="notices"', '</aside>')).toContain('出生率の元の数を直した')
    expect(partOf(written, 'files')).toContain(`href="${path}?asOf=2024-10-01T00%3A00%3A00.000Z"`)
    expect(partOf(written, 'files')).toContain('2'.repeat(64))
  })
})

describe.each([
  // 言語           言葉     訳のない名前のしるし   日本語と示さない文字
  ['英語', en, 'in Japanese', /[\u3040-\u30ff\u4e00-\u9fff]+/g],
  ['繁体字', zhHant, '日文', /[\u3041-\u30fa]+/g],
] as const)('%sのページ', (_, words, mark, foreign) => {
  const { lang } = words
  const own = `/${lang}${path}`
  const written = writeYearPage(publishedYear(), { words, asOf: undefined, path: own })

  test('言語が示され、日本語のページとたがいにつながる', () => {
    expect(written).toContain(`<html lang="${lang}">`)
    expect(written).toContain(`<link rel="alternate" hreflang="ja" href="${path}">`)
    expect(page()).toContain(`href="${own}" lang="${lang}" hreflang="${lang}"`)
  })

  test('日本語は、日本語と示した名前や文だけにある', () => {
    const rest = written
      .slice(written.indexOf('<body>'))
      .replace(/<(span|a)[^>]* lang="(?:ja|zh-Hant)"[^>]*>.*?<\/\1>/gs, '')
      .replace(/<svg class="track.*?<text.*?<\/text>/gs, '')
    expect(rest.match(foreign) ?? []).toEqual([])
  })

  test('訳のない名前には、目に見えるしるしもある。日本語のページにはない', () => {
    const marked = /<span lang="ja">[^<]+<\/span><small class="only">([^<]+)<\/small>/.exec(written)
    expect(marked?.[1]).toBe(mark)
    expect(page()).not.toContain('class="only"')
  })

  test('数は日本語のページと同じ', () => {
    const tally = (markup: string) =>
      [...between(markup, '<ul class="tally"', '</ul>').matchAll(/<b>(\d+)/g)].map(([, n]) => n)
    expect(tally(written)).toEqual(tally(page()))
  })
})
