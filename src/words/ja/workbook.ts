import { year } from './time.ts'

/** 調査票（Excel）。 */
export const workbook = {
  sheet: '調査票',
  title: (of: number) => `${year(of)} 実績の調査票`,
  due: (day: string) => `しめきり ${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
  madeAt: (at: string) => `${at} に書き出し`,
  how: [
    '白いところだけに書けます。値がないときは、右の欄から理由を選んでください。',
    '行は並べ替えてもかまいません。行や列を消さず、シートの名前も変えずに返してください。',
  ],
  number: '番号',
  name: '指標',
  unit: '単位',
  about: '数え方・出典',
  why: '値がない理由',
  fromList: '一覧から選んでください。',
  numberOnly: '数字だけを入れてください。単位や注は備考に書けます。',
  prompt: '数字だけを入れてください。',
  download: '調査票を受け取る（Excel）',
  downloadAll: 'すべての課の調査票（ZIP）',
  upload: '記入した調査票を返す',
  uploadMany: '返ってきた調査票をまとめて取り込む',
  file: '調査票（Excel）',
  files: '調査票（いくつでも）',
  help: '書くところだけ入力できます。どこで書いても、並べ替えても、返すと画面の内容と突き合わせます。',
  send: '取り込む',
  applied: (saved: number, unchanged: number) =>
    `調査票から${saved}件を取り込みました（変わらない ${unchanged}件）。`,
  ofAnother: (department: string) =>
    `${department}の調査票です。${department}の回答にだけ取り込み、この画面の課には何も書いていません。`,
  locked: (names: string) => `提出ずみなので取り込まなかったもの: ${names}`,
  conflicts: (count: number) => `画面と調査票で違うところ ${count}件`,
  conflictsHelp:
    'どちらを使うか選んでください。選ばなかった値も記録に残ります。ほかの行は、選んだあとにまとめて取り込みます。',
  base: '書き出したとき',
  page: '画面',
  book: '調査票',
  empty: '（空）',
  choose: '選んだ値にする',
  doing: (at: number, of: number, name: string) => `${of}件のうち${at}件目（${name}）`,
  fields: { value: '値', why: '値がない理由', provisional: '速報', note: '備考', source: '出典' },
  yes: 'はい',
  no: 'いいえ',
}
