import type * as ja from '../ja/money.ts'

export const projects: typeof ja.projects = {
  title: '預算與事業',
  none: '尚無列有事業的計畫。',
  project: '事業',
  totals: '合計',
  unit: '單位：千日圓',
  place: '所在處',
  places: '刊載處',
  count: '事業數',
  amount: '刊載金額',
  printed: '刊載金額合計',
  appropriated: (of) => `${of}的編列金額`,
  unknown: '其中年度細目不明',
  previous: '前一年度（刊載）',
  once: '合計（每項事業計1次）',
  how: (projects, placements) =>
    `${projects}項事業刊載於${placements}處。無論刊載於幾處，任何合計都只計1次。刊載金額為計畫所印的金額；編列金額則將全額編入前一年度追加預算的事業計入前一年度。僅部分編入追加預算者，因未載明比例，不予拆分。`,
  all: (count) => `事業一覽（${count}項）`,
}

export const project: typeof ja.project = {
  previous: (said) => `前一年度 ${said}`,
  none: '無',
  change: '變動事項',
  notSummed: '不計入合計',
  otherAmounts: {
    'unit-price': '單價',
    'previous-unit-price': '前一年度的單價',
    inner: '其中數',
    cap: '上限',
    frame: '額度',
  },
  appropriations: '預算與決算紀錄',
  kind: '種類',
  kinds: {
    initial: '原始預算',
    supplementary: '追加預算',
    'carried-over': '結轉',
    'expected-outturn': '預估決算',
    executed: '執行',
    outturn: '決算',
  },
  month: (month) => `${month}月`,
  funding: '財源',
}
