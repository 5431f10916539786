import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readCsv } from './csv/read.ts'
import { readExcel } from './excel/read.ts'
import { peopleTable } from './people-table.ts'

const pasted = (text: string) => peopleTable(readCsv(new TextEncoder().encode(text), 'pasted.csv'))
const umi = { name: '海野 渚', email: 'umino@city.example', role: '報告者', department: '水産課' }
const yama = { name: '大山 岳', email: 'oyama@city.example', role: '監査', department: '' }

describe('職員の表', () => {
  test('Excel から貼った表（タブ区切り）を、見出しの順で読む', () =>
    expect(
      pasted(
        '役割\t氏名\tメールアドレス\t所属\t内線\n報告者\t海野 渚\tumino@city.example\t水産課\t21\n監査\t大山 岳\toyama@city.example\t\t22\n',
      ),
    ).toEqual({
      people: [
        { row: 2, ...umi },
        { row: 3, ...yama },
      ],
      unknown: ['内線'],
    }))

  test('見出しがなければ、氏名・メール・役割・担当課の順', () =>
    expect(
      pasted('海野 渚,umino@city.example,報告者,水産課\n大山 岳,oyama@city.example,監査,').people,
    ).toEqual([
      { row: 1, ...umi },
      { row: 2, ...yama },
    ]))

  test('空の行は飛ばし、一つのセルだけの行も人として数える', () => {
    const { people } = pasted(
      '氏名,メール,役割,担当課\n\n海野 渚,umino@city.example,報告者,水産課\n名前だけの人,,,\n',
    )
    expect(people.map(({ row, name, email }) => [row, name, email])).toEqual([
      [3, '海野 渚', 'umino@city.example'],
      [4, '名前だけの人', ''],
    ])
  })

  test('ワークブックの一枚目を読み、上の表題は人ではない', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['令和8年度 利用者一覧'],
      ['氏名', 'メール', '役割', '担当課'],
      [umi.name, umi.email, umi.role, umi.department],
    ])
    const book = XLSX.utils.book_new(sheet, '利用者')
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }))
    expect(peopleTable(readExcel(bytes, 'people.xlsx')).people).toEqual([{ row: 3, ...umi }])
  })

  test('何もなければ、だれもいない', () => expect(pasted('').people).toEqual([]))
})
