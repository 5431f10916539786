import type * as ja from '../ja/remarks.ts'

export const remarks: typeof ja.remarks = {
  'years-contradict': (d) => [
    `文中稱${d.what}於${d.year}年超越${d.other}，但該年的數值正好相反`,
    '請以統計確認超越的年份。',
  ],
  'parts-not-whole': (d) => [
    `${d.year}年的各項相加不等於合計`,
    '請確認是否為排除年齡不詳的數值，或年份有誤。',
  ],
  'share-not-of-parts': (d) => [
    `${d.year}年的占比與由同年各項計算所得不符`,
    '請確認占比與各項何者的年份正確。',
  ],
  'figures-of-another-year': (d) => [
    `「${d.year}年」的數值，若以${d.other}年（${d.era}年）的總人口計算則占比相符`,
    '請確認是否將年號的年份誤為西元年。',
  ],
  'baseline-far-from-text': (d) => [
    `「${d.name}」的基準值與本文中同一事項的數值相差甚大`,
    '請確認定義（期間、範圍、統計）是否相同，若不同請加註。',
  ],
  'kpi-without-baseline': (d) => [`${d.all}項指標中有${d.count}項沒有基準值`, '請寫明基準值及其年度。'],
  'kpi-without-target': (d) => [`${d.all}項指標中有${d.count}項沒有目標值`, '請寫明目標值及其年度。'],
  'kpi-without-unit': (d) => [`${d.all}項指標中有${d.count}項沒有單位`, '請寫明單位。'],
  'kpi-without-baseline-year': (d) => [
    `${d.all}項指標中有${d.count}項無法得知基準值的年度`,
    '請寫明年度，而非僅寫「現況值」。',
  ],
  'kpi-without-owner': (d) => [`${d.count}項指標均未載明承辦單位`, '請決定由哪個單位填報實績。'],
  'kpi-without-source': (d) => [`${d.count}項指標均未載明數值的資料來源`, '請寫明統計名稱或調查名稱。'],
  'heading-year-false': (d) => [
    `${d.all}項指標中有${d.count}項的基準值，其年度與欄標題不同`,
    '請從數值本身的年度起算進度。',
  ],
  'target-year-doubtful': (d) => [
    `${d.count}項指標的目標年度早於基準年度，或過於遙遠`,
    '請確認年度是否誤植。',
  ],
  'part-year-baseline': (d) => [
    `「${d.name}」的基準值為${d.months}個月，目標則為1年`,
    '請將基準值改為1年，或使目標與其期間一致。',
  ],
  'percent-for-points': (d) => [`「${d.name}」的增幅是百分點，而非百分比`, '請寫「百分點」。'],
  'target-easier-than-baseline': (d) => [
    `「${d.name}」的目標值低於基準值`,
    '請寫明是應減少的目標、抑制減少的目標，還是「以上」的下限。',
  ],
  'output-as-outcome': (d) => [
    `「${d.name}」計算的是做了多少，而不是成果`,
    '請考慮採用能衡量因此產生何種改變的指標。',
  ],
  'former-target-column': (d) => [
    `${d.year}年度的欄為前一計畫的目標，並非實績（${d.count}項指標）`,
    '請在欄標題寫明，以免被誤認為實績。',
  ],
  'promised-list-missing': (d) => [`文中提到「${d.what}」，但沒有該清單`, '請刊載清單，或指明刊載的文件。'],
  'promised-indicators-missing': (d) => [
    `文中稱將刊載「${d.what}」，但沒有任何指標`,
    '請刊載指標，或指明刊載的文件。',
  ],
  'numbering-disagrees': () => ['目次與本文的章號不一致', '請重新製作目次。'],
  'footnote-undefined': (d) => [
    `引用了註${d.number}，但沒有該編號的註${d.printed ? `（有印為「${d.printed}」的註）` : ''}`,
    '請更正註的編號。',
  ],
  'one-way-related': (d) => [
    `「相關」${d.all}項中，互相列出者有${d.mutual}組，有${d.count}項僅單方列出`,
    '請確認是否確為單方即可。',
  ],
  'two-budgets': (d) => [`「${d.name}」的預算金額因所在處而不同`, '請確認何者正確。'],
  'booked-elsewhere': (d) => [
    `「${d.name}」在此看似本年度的金額，但在他處為「${d.printed}」`,
    '請加上相同的註記。',
  ],
  'stronger-but-less': (d) => [
    `「${d.name}」寫明「${d.word}」，但預算較前一年度減少`,
    '請寫明減少的理由，或編列於他處的金額。',
  ],
  'copied-amount': (d) => [`不同事業（${d.names}）的金額連尾數都相同`, '請確認是否為抄寫錯誤。'],
  'several-names': (d) => [`同一事物以${d.count}種名稱書寫（${d.names}）`, '請統一為一個名稱。'],
}
