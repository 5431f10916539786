import { expect, test } from 'vitest'
import { commentTable } from './comment-table.ts'
import { readInWorker } from './in-worker.ts'

const read = async (text: string) =>
  commentTable(await readInWorker(new TextEncoder().encode(text), 'a.csv'), '2026-11-01')

test('見出しの順によらず、日と方法の書き方によらず読む', async () => {
  const lines = await read(
    [
      '受付日,提出方法,ご意見,該当箇所,氏名',
      '令和8年10月2日,ＦＡＸ,道を直してほしい,12ページ,海野',
      '2026/10/3,窓口,"橋も, 見てほしい",,',
      ',,"何もない日の意見\n二行目",,',
    ].join('\n'),
  )
  expect(lines?.map(({ row: _, ...line }) => line)).toEqual([
    {
      ...{ text: '道を直してほしい', about: '12ページ', channel: 'fax', receivedOn: '2026-10-02' },
      ...{ name: '海野', contact: '' },
    },
    {
      ...{ text: '橋も, 見てほしい', about: '', channel: 'counter', receivedOn: '2026-10-03' },
      ...{ name: '', contact: '' },
    },
    {
      ...{ text: '何もない日の意見\n二行目', about: '', channel: 'mail', receivedOn: '2026-11-01' },
      ...{ name: '', contact: '' },
    },
  ])
})

test('日として読めないものは、そのまま残して断れるようにする', async () => {
  expect((await read('意見,受付日\nあ,きのう'))?.[0]?.receivedOn).toBe('きのう')
})

test('意見の列のない表は、意見の表ではない', async () => {
  expect(await read('氏名,住所\n海野,港町')).toBeUndefined()
})
