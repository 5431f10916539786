import { printFiscalYear } from '#domain/shared/era.ts'
import { isFiscalYear } from '#domain/shared/year.ts'
import { bundleRefusal } from './bundle.ts'
import { cycleRefusal } from './cycle.ts'
import { intake } from './intake.ts'
import { reading } from './reading.ts'
import { roomRefusal } from './room.ts'
import { statisticsFinding, statisticsRefusal } from './statistics.ts'
import { uncertaintyRefusal } from './uncertainty.ts'

type Detail = Readonly<Record<string, string | number>> | undefined

/** 「令和7年度」。年度でないものはそのまま。 */
const fy = (value: string | number | undefined): string =>
  typeof value === 'number' && isFiscalYear(value) ? printFiscalYear(value) : `${value ?? ''}年度`

/** なぜできなかったか、どうすればよいか。 */
export const refusal = (why: string, detail?: Detail): string => {
  const d = detail ?? {}
  const known: Readonly<Record<string, string>> = intake.fields
  const fields = String(d.fields ?? '')
    .split(',')
    .map((field) => known[field] ?? field)
  const said: Readonly<Record<string, string>> = {
    ...statisticsRefusal(d),
    ...uncertaintyRefusal(d),
    ...roomRefusal(d),
    ...cycleRefusal(d),
    ...bundleRefusal(d),
    'not-allowed': 'この操作をする権限がありません。企画課の担当者にお願いしてください。',
    'years-not-understood': `保存年限（「${d.value ?? ''}」）は、1から100までの年数で入れるか、永年なら空欄にしてください。`,
    'head-not-understood': `「${d.value ?? ''}」は束の番号と要約値（3:0a1b…）として読めません。audit verify が出した値をそのまま入れてください。`,
    'which-government': '--government で団体コードを指定してください。',
    'no-such-choice': '方針を一覧から選んでください。',
    'already-decided': 'この年度の方針はすでに決まっています。案は出せません。',
    'not-decided': '方針がまだ決まっていません。先に方針を決めてください。',
    'number-missing': '決裁番号を入れてください。',
    'nothing-said': '内容を入れてください。',
    'no-such-subject': 'この施策・事業は、いまの版の計画に見つかりません。',
    'choices-not-understood': `区分は2つから${d.most ?? 20}個まで、それぞれ${d.longest ?? 30}字までで書いてください。`,
    'no-such-consultation': 'この意見募集は見つかりません。',
    'days-reversed': 'おわりの日が、はじめの日（延ばすときは、いまのおわりの日）より前です。',
    'title-missing': '題を入れてください。',
    'already-published': '結果はすでに公表しています。',
    'consultation-withdrawn': 'この意見募集は取りやめられています。',
    'comment-missing': '意見を書いてください。',
    'consultation-not-open': 'いまは募集の期間ではありません。書いたものは下に残っています。',
    'channel-unknown': '受け付けた方法を一覧から選んでください。',
    'outcome-unknown': '反映の区分を一覧から選んでください。',
    'no-such-comment': 'まとまりに入れた意見が見つかりません。画面を開き直してください。',
    'not-published-yet': '結果を公表するか、取りやめてから消せます。',
    'consultation-running': '募集の期間が終わってから公表できます。',
    'comments-not-grouped': `まとめていない意見が${d.count ?? ''}件あります。まとまりに入れてから公表してください。`,
    'comments-not-answered': `考え方・要旨・反映の区分（案を直すときは直すところも）がそろっていないまとまりが${d.count ?? ''}つあります（「${d.first ?? ''}」など）。`,
    'no-comment-column': '表に「意見」という見出しの列が見つかりません。',
    'yen-not-understood': `要求額として読めません（「${d.value ?? ''}」）。1200000 か 1,200千円 のように、0以上の円で書いてください。`,
    'month-day-not-understood': `日付として読めません（「${d.value ?? ''}」）。06-14 のように、月と日で書いてください。`,
    'past-is-read-only': '過去の時点を見ています。直すには「現在に戻る」を押してください。',
    'not-a-government-code':
      '団体コードではありません。総務省の全国地方公共団体コード（5桁、または検査数字を含む6桁）を入れてください。',
    'already-registered': d.sample
      ? 'この団体は見本として入っています。自分の団体として始めるには、SHIRUBE_SAMPLES=fictional を指定し、空のデータ置き場から始めてください。'
      : 'この団体はすでに登録されています。',
    'name-missing': '団体の名前を入れてください。',
    'no-such-indicator': 'この指標は見つかりません。',
    'no-such-plan': 'この計画は見つかりません。',
    'no-such-scheme': 'この判定の型は見つかりません。',
    'year-outside-plan': `${fy(d.year)}は計画の期間（${d.from === 'not-stated' ? '記載なし' : fy(Number(d.from))}〜${fy(d.to)}）の外です。`,
    'no-such-grade': `この判定の型に「${d.grade ?? ''}」という区分はありません。一覧から選んでください。`,
    'differs-without-reason':
      '計算による判定と違う区分です。「計算と違う理由」に理由を書いてください。書いたものは下に残っています。',
    'year-is-published': `${fy(d.year)}は公表ずみです。判定を直すには、先に理由を添えて年度を開け直してください。`,
    'year-is-closed': `${fy(d.year)}は締められています。直すには、先に理由を添えて年度を開け直してください。`,
    'year-not-over': `${fy(d.year)}はまだ終わっていません。終わってから締めて公表してください。先の年度の値は記録できません。`,
    'somebody-was-faster': d.name
      ? `開いているあいだに、${d.by ?? ''}さんが「${d.name}」の回答を${d.value ? `「${d.value}」に` : ''}直しました。まだ何もしていません。いまの値を確かめてから、もう一度押してください。`
      : d.by
        ? `開いているあいだに、${d.by}さんが値を${d.value ? `「${d.value}」に` : ''}直しました。入力した内容は下に残しています。もう一度比べてから記録してください。`
        : '開いているあいだに記録が変わりました。入力した内容は下に残しています。ページを開き直して比べてください。',
    'reason-missing': '直すときは理由を書いてください。記録に残ります。',
    'nothing-changed': 'いまの記録と同じ内容です。何も書き込みませんでした。',
    'total-falls': `累計が減っています（${fy(d.fromYear)} ${d.from ?? ''} → ${fy(d.toYear)} ${d.to ?? ''}）。単年の値を入れていませんか。前の年度の値が誤りなら、そちらを先に直してください。`,
    'impossible-year': `年度が正しくありません（${d.value ?? ''}）。`,
    'not-a-number': `数として読めません（「${d.value ?? ''}」）。数字だけを入れてください。単位や注は備考に書けます。`,
    'value-or-reason': '値を入れるか、値がない理由を選ぶか、どちらか一つにしてください。',
    'already-closed': 'この年度はもう締められています。',
    'not-closed': '公表するには、先に年度を締めてください。',
    'already-open': 'この年度はもう開いています。',
    'already-stated': 'この項目は計画に書かれているので、設定できません。',
    'value-not-understood': `設定できる値ではありません（${d.value ?? ''}）。選択肢から選んでください。`,
    'another-government': 'この計画ファイルは別の団体のものです。ファイルの government を確かめてください。',
    'plan-has-errors': `計画ファイルに誤りがあり、取り込みませんでした。何も書き込んでいません。${d.findings ? `\n${d.findings}` : ''}`,
    'nothing-accepted': 'まだ何も受け入れていません。取り込むものを受け入れてから、もう一度押してください。',
    'no-such-document': 'この文書は見つかりません。',
    'no-such-entry': 'この項目は、開いているあいだに変わりました。ページを開き直してください。',
    'no-such-remark': 'この確認事項はありません。ページを開き直してください。',
    'under-itself': '自分自身や、自分の下にあるものの下には置けません。別の置き場所を選んでください。',
    'merge-with-itself': '同じものどうしは一つにできません。別の項目を選んでください。',
    'merge-loses-values': `${fields.join('・')}が二つで違うので、一つにすると片方がなくなります。どちらかの値を直してそろえるか、消してから、もう一度一つにしてください。`,
    cut: '通信が切れています。入れたものは残っています。つながってから、もう一度押してください。',
    'nothing-to-undo': '元に戻すものはありません。',
    'empty-name': '名前を入れてください。',
    'year-not-understood': `年度として読めません（「${d.value ?? ''}」）。令和6年度、R6、2024 のように書いてください。`,
    'number-not-understood': `数として読めません（「${d.value ?? ''}」）。2,541、1.5%、7,000以上 のように書くか、数でない目標は数字を入れずに書いてください。`,
    'unit-not-the-same': `「${d.value ?? ''}」の単位は、この項目の単位（${d.unit ?? ''}）にそろえられません。単位の欄も直すか、${d.unit ?? ''}での数だけを入れてください。`,
    'amount-not-understood': `金額として読めません（「${d.value ?? ''}」）。12,000千円 のように単位をつけて書いてください。前年度がなければ「なし」と書きます。`,
    'period-backwards': `期間の終わり（${fy(d.to)}）が始まり（${fy(d.from)}）より前です。`,
    'nothing-read':
      '受け入れたものの中に指標も事業もないので、計画になりません。指標か事業を受け入れてください。',
    'no-period-read': '計画期間が分かりません。「計画として」に終わりの年度を入れてください。',
    'no-such-edition': 'この版は見つかりません。',
    'not-a-draft': 'この版は下書きではないので、捨てることも、もう一度採用することもできません。',
    'date-not-understood': `日付として読めません（「${d.value ?? ''}」）。2026-03-25 のように書いてください。`,
    'fertility-out-of-range': `合計特殊出生率は ${d.least}〜${d.most} の間で動かしてください。`,
    'migration-out-of-range': `移動の上積みは ±${d.most}人/年 の間で動かしてください。`,
    'no-such-scenario': 'この想定は見つかりません。',
    'scenario-is-a-vision':
      'この想定は計画の人口ビジョンとして採用されています。先に採用を元に戻してください。',
    'no-such-folder': `フォルダー ${d.folder ?? ''} がありません。先に作るか、別の場所を指定してください。`,
    'round-not-open': `${fy(d.year)}の収集は、まだ始まっていません。`,
    'already-submitted': '提出ずみなので直せません。直すには、先に取り戻してください。',
    'not-submitted': `まだ提出されていません${d.name ? `（${d.name}）` : ''}。`,
    'already-approved': `承認ずみです${d.name ? `（${d.name}）` : ''}。直すには、指標の画面で実績を直してください。`,
    'nothing-entered': `まだ入力されていません${d.name ? `（${d.name}）` : ''}。`,
    'not-ready': `出せないものがあります${d.name ? `（${d.name}）` : ''}。値か理由を入れ、気づきを直すか確かめてください。`,
    'not-a-workbook': 'Excel の調査票として開けません。壊れているか、別の形式です。',
    'not-our-workbook': 'しるべの調査票ではありません。調査票を受け取り直し、その中に書いて返してください。',
    'workbook-of-another-government': 'ほかの団体の調査票です。取り込みませんでした。',
    'workbook-of-another-department': `${d.department || 'ほかの課'}の調査票です。その課の回答を書けないので、取り込みませんでした。自分の課の調査票を返してください。`,
    'workbook-of-another-year': `${fy(d.year)}の調査票です。年度を切り替えてから取り込んでください。`,
    'document-too-large': '文書が大きすぎます（20MBまで）。コマンドの check なら読めます。',
    'document-unreadable': 'この文書は読み取れません。',
    'too-long': `長すぎます（${d.length ?? ''}字、上限 ${d.most ?? ''}字）。要点だけを書いてください。`,
    'signed-out':
      'サインインが切れています。入力した内容は残しています。別のタブでサインインしてから、もう一度送ってください。',
    'wants-confirmation': `このファイルは、いまの計画から${d.removed ?? 0}件をなくし、${d.redefined ?? 0}件の指標・事業の定義を書き換えます${d.names ? `（${d.names}）` : ''}。よければ理由を書き、確認に印をつけて（コマンドでは --reason と --confirm をつけて）、もう一度送ってください。`,
    'bad-moment': '時点の書き方が正しくありません。2026-05-01 のように、過去の日付で指定してください。',
    'file-exists': `${d.file ?? ''} はすでにあります。別の名前にしてください。`,
    'accepted-not-understood': `承知した確認事項の一覧の${d.line ?? ''}行目が読めません（${d.value ?? ''}）。「指紋 符号 理由」の順に書いてください。`,
    'draft-edition':
      '下書きの版の年度は、締めることも公表することもできません。計画ファイルの stage を adopted に直して取り込んでください。',
    'no-file': 'ファイルを選んでください。',
    'several-governments': `「${d.id ?? ''}」は複数の団体（${d.codes ?? ''}）にあります。--government で団体コードを指定してください。`,
    'no-database': `${d.path ?? ''} にデータベースがありません。何も作っていません。SHIRUBE_DATA（または DATABASE_URL）で、動いているしるべのデータの場所を指してください。`,
    'no-such-government': `団体コード ${d.code ?? ''} の団体が登録されていません。先に登録してください。`,
    'series-file-has-errors': `表に誤りがあり、見込みを計算しませんでした。\n${d.findings ?? ''}`,
    'file-not-readable': `ファイル ${d.file ?? ''} を開けません。場所と名前を確かめてください。`,
    'needs-out': `${d.format}は画面に出せません。--out で書き出す先のファイルを指定してください。`,
    'file-not-writable': `ファイル ${d.file ?? ''} に書き込めません。場所と権限を確かめてください。`,
    'database-not-empty':
      'データが入っているところには戻せません。空のデータ置き場（SHIRUBE_DATA）を指定してください。',
    'not-a-backup': `${d.file ?? ''} はしるべの控えではありません。`,
    'backup-of-another-version': `${d.file ?? ''} は別の版のしるべの控えです。同じ版で戻してから更新してください。`,
    'backup-cut-short': `${d.file ?? ''} は途中で切れています。何も戻していません。`,
    'not-serving': 'しるべが動いた記録がこのデータ置き場にありません。先に npm start で動かしてください。',
    'not-published': 'この年度はまだ公表されていません。',
    'nothing-registered': 'どれも、もう登録されています。',
    'department-twice': `「${d.name ?? ''}」と同じ名前か符号の課が、すでにあります。`,
    'department-name-missing': '課の名前がない行があります。',
    'department-too-young': '今年度にできた課は、前の年度末で終えられません。',
    'no-such-department': 'この課は見つかりません。開いているあいだに変わったかもしれません。',
    'successor-missing': 'この課は指標や施策を持っています。あとを継ぐ課を選んでください。',
    'same-on-both-sides': '移す元と移す先が同じです。',
    'nothing-to-move': '移すものがありません。',
    'no-such-person': `${d.email ?? ''} の人はいません。アドレスを確かめてください。`,
    'nobody-asked': '招待する人がいません。表を貼るか、ファイルを選んでください。',
    'rows-wrong': `${d.rows ?? ''}行に誤りがあり、だれも招待していません。直してから、もう一度確かめてください。`,
    'token-name-missing': 'トークンの名前を入れてください。',
    'token-name-taken': `「${d.name ?? ''}」という名前の、使えるトークンがすでにあります。別の名前にするか、先にそれを取り消してください。`,
    'token-role-missing': 'トークンの役割を選んでください。',
    'scope-missing': '範囲を一つは選んでください。',
    'scope-outside-role':
      '選んだ範囲に、この役割ではできないことがあります。範囲か役割を選び直してください。',
    'token-day-not-understood': `期限の日は、今日から${d.days ?? ''}日のあいだで選んでください。`,
    'no-such-token': 'このトークンは見つかりません。',
    'token-ended': `「${d.name ?? ''}」は、もう取り消されています。`,
    'token-not-valid':
      'このトークンでは入れません。トークンが違うか、期限が切れたか、取り消されています。管理者に、新しいトークンを発行してもらってください。',
    'no-such-member': 'この所属は見つかりません。開いているあいだに終わったかもしれません。',
    'last-administrator':
      'ただ一人の管理者なので、終えることも役割を変えることもできません。先に、ほかの管理者を置いてください。',
    'department-missing': 'この役割には担当課が要ります。課を選んでください。',
    'department-unknown': `担当課「${d.value ?? ''}」が登録されていません。`,
    'already-member': 'この人は、この役割と課で、すでに所属しています。',
    'serves-elsewhere':
      'この人はほかの団体にも所属しているので、ここからリンクは出せません。メールで再設定してもらうか、しるべを動かしている人に頼んでください。',
    'too-many-attempts': '続けて何度も失敗しました。15分ほど待ってから、もう一度お試しください。',
    'wrong-password': 'メールかパスワードが違います。',
    'wrong-password-now': 'いまのパスワードが違います。',
    'password-too-short': 'パスワードが短すぎます。12文字以上にしてください。',
    'password-too-long': 'パスワードが長すぎます。256文字までにしてください。',
    'link-used-up': 'このリンクは使われたか、期限が切れています。',
    'wrong-code': '番号が違います。アプリに出ている、いまの番号を入れてください。',
    'code-too-late': '時間が過ぎました。はじめからサインインしてください。',
    'no-password-yet': 'まだパスワードがありません。',
    'sign-in-failed': 'できませんでした。画面を開き直して、もう一度お試しください。',
  }
  return said[why] ?? `できませんでした（${why}）。`
}

/** 確認事項を、行と理由をつけて一文に。 */
export const finding = ({
  code,
  line,
  column,
  path,
  detail,
}: {
  readonly code: string
  readonly line?: number
  readonly column?: number
  readonly path?: readonly (string | number)[]
  readonly detail?: Detail
}): string => {
  const d = detail ?? {}
  const where = `${line === undefined ? '' : `${line}行目`}${column === undefined || column === 1 ? '' : `${column}字目`}${path && path.length > 0 ? `（${path.join('.')}）` : ''}`
  const said: Readonly<Record<string, string>> = {
    ...reading(d),
    ...statisticsFinding(d),
    'file-too-large': `ファイルが大きすぎます（${d.size}文字、上限 ${d.most}文字）。計画1版で1つのファイルにしてください。`,
    'alias-not-allowed': 'YAML の別名（& と *）は使えません。値をそのまま書いてください。',
    'nested-too-deep': `入れ子が深すぎます（上限 ${d.most}段）。`,
    'not-yaml': `YAML として読めません（${d.reason}）。`,
    'duplicate-key': '同じ見出しが二度あります。どちらかを消してください。',
    'impossible-year': `ありえない年です（${d.value}）。西暦4桁で書いてください。`,
    'not-an-integer': `整数ではありません（${d.value}）。`,
    'not-a-decimal': `数ではありません（${d.value}）。`,
    'not-an-amount': `金額ではありません（${d.value}）。「24,300千円」のように書いてください。`,
    'not-a-date': `日付ではありません（${d.value}）。2024、2024-06、2024-06-01 のどれかで書いてください。`,
    'not-a-boolean': `true か false で書いてください（${d.value}）。`,
    'not-an-id': `id は小文字の英数字とハイフンで書いてください（${d.value}）。`,
    'not-a-hash': '指紋（hash）の形ではありません。',
    'not-a-government-code': `団体コードではありません（${d.value}）。`,
    'duplicate-id': `同じ id が二つあります（${d.id}）。`,
    'part-of-itself': `「${d.id}」は自分自身の内訳にはなれません。`,
    'unknown-reference': `「${d.id}」が見つかりません。`,
    'unknown-level': `階層「${d.level}」がありません。`,
    'unknown-document': `資料「${d.id}」がありません。`,
    'period-backwards': `計画期間の終わり（${d.to}）が始まり（${d.from}）より前です。`,
    'target-before-baseline': `目標の年度（${d.target}）が基準の年度（${d.baseline}）より前です。`,
    'uneven-row': `表の行のセルが${d.cells}個で、列の数${d.columns}と合いません。`,
    'line-outside-document': `${d.line}行目は資料（全${d.lines}行）の外です。`,
    'series-columns': `列が足りません（${d.value}）。見出しの行に series, kind, unit, better, year, value を書いてください（順は自由）。`,
    'series-kind': `種類「${d.value}」を知りません。次のどれかにするか、空けておいてください: ${d.allowed}`,
    'series-better': `向き「${d.value}」を知りません。higher, lower, steady のどれかにするか、空けておいてください。`,
    'series-n': `回答数は正の整数で書いてください（${d.value}）。`,
    'series-year-twice': `系列「${d.value}」の${d.year}年度が二度あります（前は${d.before}行目）。`,
    'series-disagrees': `同じ系列で ${d.column} が食い違っています（${d.beforeLine}行目は「${d.before}」、ここは「${d.value}」）。`,
    'series-share-outside': `割合が0〜100の外です（${d.value}）。kind を rate にするか、値を確かめてください。`,
    'shape-unrecognized_keys': `知らない項目があります（${d.reason}）。`,
    'shape-invalid_type': '必要な項目がないか、形が違います。',
    'shape-invalid_value': `書ける値ではありません（${d.value ?? ''}）。`,
    'shape-invalid_union': `書ける値ではありません（${d.value ?? ''}）。`,
    'shape-too_small': '空にはできません。使わないなら項目ごと消してください。',
  }
  return `${where} ${said[code] ?? `${code} ${d.reason ?? ''}`}`.trim()
}
