import type { BundleCounts, BundleDirection } from '#domain/cycle/bundle.ts'
import type { TookCounts, TookLeft } from '#domain/cycle/took-bundle.ts'
import { year } from './time.ts'

type Detail = Readonly<Record<string, string | number>>

/** 署名した束。 */
export const bundle = {
  title: '束を運ぶ',
  lead: (of: number) =>
    `${year(of)}の実績入力の段階を、1つのファイル（束）にまとめて、つながっていないネットワークの間で運びます。`,
  toBundles: '束を運ぶ（別のネットワークへ）',
  holds: [
    '入っているもの: 計画、課、収集の日程、聞いている指標とこれまでの値、回答とその状態、質問、根拠資料、それぞれを書いた人の名前。',
    '入っていないもの: メールアドレス、パスワード、意見募集の氏名と連絡先、監査の記録。',
    '束は署名されますが、暗号化はされません。決められた媒体で運び、終わったら消してください。',
  ],
  make: '束を作る',
  makeLead: {
    out: '行きの束を作ります。向こうで取り込むと、計画と日程がそろい、回答を入れられるようになります。',
    back: '帰りの束を作ります。こちらで入れた回答・状態・質問・資料を持ち帰り、元の側で突き合わせます。',
  } satisfies Record<BundleDirection, string>,
  notOpen: (of: number) =>
    `${year(of)}の収集がまだ始まっていないので、束は作れません。行きの束を取り込むか、実績入力の画面で収集を始めてください。`,
  direction: { out: '行き', back: '帰り' } satisfies Record<BundleDirection, string>,
  made: '束を作りました。ファイルを受け取って運んでください。',
  download: 'ファイルを受け取る',
  fileName: (of: number, direction: BundleDirection) =>
    `${of}年度 実績入力 ${{ out: '行き', back: '帰り' }[direction]}`,
  take: '束を取り込む',
  takeHelp: '選ぶと、署名と中身を確かめます。何が変わるかを見てから、取り込むかどうかを決めます。',
  file: '束のファイル（.shirube）',
  check: '確かめる',
  checking: '受け取って確かめています…',
  keys: '鍵',
  own: 'この環境の鍵の指紋',
  ownHelp: (name: string) =>
    `この環境（${name}）が作る束は、この鍵で署名されます。向こうの管理者に、電話など別の手段で読み上げてください。`,
  trusted: '信頼している鍵',
  noneTrusted: 'まだありません。信頼した鍵の束だけを受け取れます。',
  trust: '鍵を信頼する',
  trustHelp:
    '向こうの画面に出ている指紋を、電話などで聞いて入れてください。束やメールに書かれた指紋を写してはいけません。',
  fingerprint: '指紋（5文字を5つ）',
  name: '向こうの呼び名',
  nameHelp: '例: インターネット側、商工会館の端末',
  onlyAdministrators: '鍵を信頼できるのは管理者です。',
  trustedNow: (name: string) => `「${name}」の鍵を信頼しました。`,
  distrust: '信頼をやめる',
  distrustOf: (name: string) => `「${name}」の信頼をやめる`,
  distrustHelp: 'この鍵の束は、これから受け取れません。取り込みずみのものは残ります。',
  distrusted: (name: string) => `「${name}」の鍵の信頼をやめました。`,
  states: { trusted: '信頼', revoked: '信頼をやめた' },
  carried: '運んだ束',
  noneCarried: 'この年度の束は、まだありません。',
  kind: '種類',
  kinds: {
    made: '作った',
    waiting: '受け取った（まだ取り込んでいない）',
    taken: '取り込んだ',
  },
  from: 'どこから',
  when: '日時',
  who: '人',
  what: '中身',
  open: '中身を見て取り込む',
  see: '結果を見る',
  counts: ({ plans, departments, indicators, answers, questions, evidence }: BundleCounts) =>
    `計画${plans}・課${departments}・指標${indicators}・回答${answers}・質問${questions}・資料${evidence}`,
  oneTitle: (direction: BundleDirection, installation: string) =>
    `${{ out: '行き', back: '帰り' }[direction]}の束（${installation}から）`,
  madeBy: (at: string, by: string) => `${at} ${by}が作成`,
  signedBy: (name: string, fingerprint: string) => `署名: ${name} ${fingerprint}`,
  would: '取り込むと、こうなります',
  wouldCount: (counts: TookCounts) => counted(counts, '件'),
  nothing: '新しいことは何もありません。取り込むと、取り込んだことだけが残ります。',
  stays: 'そのまま残るもの',
  left: ({ what, name, why }: TookLeft): string => {
    const because = why ? `（${why}）` : ''
    return {
      locked: `${name}: ここでは提出ずみか承認ずみなので、回答を変えません。`,
      unknown: `${name}: この指標はここにないので、回答を取り込めません。計画の版を確かめてください。`,
      actual: `${name}: これまでの値を記録できません${because}。`,
      'actual-differs': `${name}: ここの記録と値が違います。ここの値のままにします。`,
      'approved-there': `${name}: むこうで承認ずみです。ここでは提出ずみのまま、承認を待っています。`,
      plan: `${name}: 同じ版がここにあり、内容が違います。ここの計画のままにします。`,
      'not-submitted': `${name}: 回答は取り込みますが、提出にはできません${because}。`,
      evidence: `${name}: 資料を取り込めません${because}。`,
    }[what]
  },
  approvedThere: (by: string, at: string) => `むこうで承認ずみ（${by} ${at}）。ここでの承認を待っています。`,
  submittedThere: (by: string, at: string) => `むこうで提出ずみ（${by} ${at}）。`,
  willSubmit: 'むこうで提出・承認ずみのもの',
  willSubmitHelp: 'ここでは提出ずみになります。承認は、ここの承認者がします。',
  state: 'むこうでの状態',
  indicator: '指標',
  conflicts: (count: number) => `こことむこうで違うところ ${count}件`,
  conflictsHelp:
    'どちらを使うか、すべて選んでください。選ばなかった値も記録に残ります。選ぶまで、何も取り込みません。',
  base: '前に運んだとき',
  here: 'ここ',
  there: 'むこう',
  confirm: 'この内容で取り込む',
  chooseAndTake: '選んだ値で取り込む',
  took: '取り込みました。',
  tookAt: (at: string, by: string) => `${at}に${by}が取り込みました。`,
  toReports: '実績入力へ',
  cli: {
    key: (installation: string, fingerprint: string) => `${installation}の鍵の指紋: ${fingerprint}`,
    made: (file: string) => `${file} に束を作りました。`,
    conflicts: (count: number) =>
      `こことむこうで違うところが${count}件あるので、取り込みませんでした。--prefer here か --prefer there を付けるか、画面で一つずつ選んでください。`,
    confirm: 'まだ取り込んでいません。この内容でよければ --confirm を付けて、もう一度実行してください。',
    reading: (megabytes: string) => `束を確かめています（${megabytes}MB）…`,
  },
}

/** 数えた文。0件のことは言わない。 */
function counted(
  { plans, departments, opened, actuals, answers, submitted, questions, evidence }: TookCounts,
  unit: string,
): readonly string[] {
  const each = (name: string, count: number) => (count > 0 ? [`${name} ${count}${unit}`] : [])
  return [
    ...each('新しい計画', plans),
    ...each('新しい課', departments),
    ...(opened ? ['収集を始める'] : []),
    ...each('これまでの値', actuals),
    ...each('回答', answers),
    ...each('提出になるもの', submitted),
    ...each('質問と返事', questions),
    ...each('根拠資料', evidence),
  ]
}

/** なぜできなかったか（束）。 */
export const bundleRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'not-a-bundle':
    'しるべの束ではありません。「束を作る」で受け取った .shirube のファイルを、そのまま選んでください。',
  'bundle-too-large': `束が大きすぎます（上限 ${d.most ?? 200}MB）。根拠資料を減らしてから、作り直してください。`,
  'bundle-too-dense':
    '束の中に、広げると不自然に大きくなるものがあります。取り込みませんでした。作った側に確かめてください。',
  'bundle-cut-short':
    '束が途中で切れています（コピーの途中で止まったようです）。元のファイルから、もう一度写してください。',
  'bundle-signature-wrong':
    '署名が合いません。表書きが作られたあとで変わっています。取り込みませんでした。作った側から、もう一度受け取ってください。',
  'bundle-newer': `新しい形式の束です（形式 ${d.version ?? ''}、ここで読めるのは ${d.known ?? ''} まで）。ここのしるべを新しくするか、向こうと版をそろえてください。`,
  'bundle-part-missing': `束の中の「${d.part ?? ''}」がありません。取り込みませんでした。作った側から、もう一度受け取ってください。`,
  'bundle-part-unknown': `束の中に、表書きにない「${d.part ?? ''}」があります。取り込みませんでした。作った側に確かめてください。`,
  'bundle-part-altered': `束の中の「${d.part ?? ''}」が、作られたあとで変わっています。取り込みませんでした。作った側から、もう一度受け取ってください。`,
  'bundle-part-unreadable': `束の中の「${d.part ?? ''}」を読み取れません。作った側のしるべの版を確かめてください。`,
  'bundle-key-unknown': `まだ信頼していない鍵（${d.installation ?? ''}、指紋 ${d.fingerprint ?? ''}）の束です。向こうの管理者に電話などで指紋を確かめ、合っていれば、ここの管理者が「鍵を信頼する」に入れてから、もう一度選んでください。`,
  'bundle-own': 'この環境で作った束です。運んだ先で取り込んでください。',
  'bundle-of-another-government': `ほかの団体（${d.of ?? ''} ${d.code ?? ''}）の束です。その団体の画面で取り込んでください。`,
  'bundle-of-another-year': `${d.year ?? ''}年度の束です（いま見ているのは${d.here ?? ''}年度）。年度を切り替えてから、もう一度選んでください。`,
  'bundle-taken-already':
    'この束は、もう取り込んであります。二度は取り込みません。新しい内容があれば、作り直した束を受け取ってください。',
  'bundle-conflicts-left': `選んでいないところが${d.count ?? ''}件あります。すべて選んでから取り込んでください。`,
  'no-such-bundle': 'この束は見つかりません。',
  'fingerprint-not-understood': `指紋として読めません（「${d.value ?? ''}」）。5文字を5つ、聞いたとおりに入れてください。1文字でも違うと、ここで分かります。`,
  'fingerprint-own': 'これはこの環境の指紋です。向こうの画面に出ている指紋を入れてください。',
  'key-name-missing': '向こうの呼び名を入れてください。',
  'no-such-key': 'この鍵は見つかりません。',
})

export const bundleActions: Readonly<Record<string, string>> = {
  'bundle:trust': '鍵を信頼した',
  'bundle:distrust': '鍵の信頼をやめた',
  'bundle:make': '束を作った',
  'bundle:receive': '束を受け取った',
  'bundle:take': '束を取り込んだ',
}
