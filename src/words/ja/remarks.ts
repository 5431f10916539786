type Detail = Readonly<Record<string, string | number>>

/** 確認事項を一文で: 何がおかしいか、どうすればよいか。計算は `arithmetic` にある。 */
export const remarks: Readonly<Record<string, (d: Detail) => readonly [said: string, advice: string]>> = {
  'years-contradict': (d) => [
    `${d.what}が${d.other}を${d.year}年に逆転したとありますが、その年の値は逆です`,
    '逆転した年を統計で確かめてください。',
  ],
  'parts-not-whole': (d) => [
    `${d.year}年の内訳を足しても、合計になりません`,
    '年齢不詳を除いた値か、年の取り違えかを確かめてください。',
  ],
  'share-not-of-parts': (d) => [
    `${d.year}年の割合が、同じ年の内訳から計算した値と合いません`,
    '割合か内訳のどちらの年が正しいかを確かめてください。',
  ],
  'figures-of-another-year': (d) => [
    `「${d.year}年」の値は、${d.other}年（${d.era}年）の総人口なら割合が合います`,
    '元号の年を西暦と取り違えていないか確かめてください。',
  ],
  'baseline-far-from-text': (d) => [
    `「${d.name}」の基準値が、本文の同じ事柄の値と大きく違います`,
    '定義（期間・範囲・統計）が同じかを確かめ、違うなら注をつけてください。',
  ],
  'kpi-without-baseline': (d) => [
    `${d.all}指標のうち${d.count}件に基準値がありません`,
    '基準値と、その年度を書いてください。',
  ],
  'kpi-without-target': (d) => [
    `${d.all}指標のうち${d.count}件に目標値がありません`,
    '目標値と、その年度を書いてください。',
  ],
  'kpi-without-unit': (d) => [`${d.all}指標のうち${d.count}件に単位がありません`, '単位を書いてください。'],
  'kpi-without-baseline-year': (d) => [
    `${d.all}指標のうち${d.count}件で、基準値の年度がわかりません`,
    '「現状値」ではなく、年度を書いてください。',
  ],
  'kpi-without-owner': (d) => [
    `${d.count}指標のどれにも、担当課の記載がありません`,
    '実績を報告する課を決めてください。',
  ],
  'kpi-without-source': (d) => [
    `${d.count}指標のどれにも、値の出典の記載がありません`,
    '統計名か調査名を書いてください。',
  ],
  'heading-year-false': (d) => [
    `${d.all}指標のうち${d.count}件の基準値が、列の見出しと違う年度です`,
    '進み方は、値そのものの年度から数えてください。',
  ],
  'target-year-doubtful': (d) => [
    `${d.count}件の指標で、目標の年度が基準の年度より前か、遠すぎます`,
    '年度の書き誤りでないか確かめてください。',
  ],
  'part-year-baseline': (d) => [
    `「${d.name}」の基準値は${d.months}か月分で、目標は1年分です`,
    '基準値を1年分にするか、目標を同じ期間にそろえてください。',
  ],
  'percent-for-points': (d) => [
    `「${d.name}」の伸びは、％ではなくポイントです`,
    '「ポイント」と書いてください。',
  ],
  'target-easier-than-baseline': (d) => [
    `「${d.name}」の目標値は、基準値より低くなっています`,
    '減らす目標か、減り方をおさえる目標か、「以上」をつける下限かを書いてください。',
  ],
  'output-as-outcome': (d) => [
    `「${d.name}」は、行ったことの数で、成果ではありません`,
    'それによって何がどう変わったかを測る指標を検討してください。',
  ],
  'former-target-column': (d) => [
    `${d.year}年度の列は前の計画の目標で、実績ではありません（${d.count}指標）`,
    '実績と読まれないよう、列の見出しに書いてください。',
  ],
  'promised-list-missing': (d) => [
    `「${d.what}」とありますが、その一覧がありません`,
    '一覧を載せるか、載せた資料を示してください。',
  ],
  'promised-indicators-missing': (d) => [
    `「${d.what}」を載せるとありますが、指標が一つもありません`,
    '指標を載せるか、載せた資料を示してください。',
  ],
  'numbering-disagrees': () => ['章の番号が、目次と本文で合いません', '目次を作り直してください。'],
  'footnote-undefined': (d) => [
    `注${d.number}が引かれていますが、その番号の注がありません${d.printed ? `（「${d.printed}」と印刷された注があります）` : ''}`,
    '注の番号を直してください。',
  ],
  'one-way-related': (d) => [
    `「関連」${d.all}件のうち、互いに挙げているのは${d.mutual}組で、${d.count}件は一方だけです`,
    '一方だけでよいか確かめてください。',
  ],
  'two-budgets': (d) => [
    `「${d.name}」の予算額が、場所によって違います`,
    'どちらが正しいか確かめてください。',
  ],
  'booked-elsewhere': (d) => [
    `「${d.name}」は、ここでは今年度の額に見えますが、別の場所では「${d.printed}」です`,
    '同じ注記をつけてください。',
  ],
  'stronger-but-less': (d) => [
    `「${d.name}」は「${d.word}」とありますが、予算は前年度より減っています`,
    '減る理由か、ほかに計上した額を書いてください。',
  ],
  'copied-amount': (d) => [
    `別の事業（${d.names}）の額が、端数まで同じです`,
    '写し間違いでないか確かめてください。',
  ],
  'several-names': (d) => [
    `同じものが${d.count}通りの名前で書かれています（${d.names}）`,
    '一つの名前にそろえてください。',
  ],
}
