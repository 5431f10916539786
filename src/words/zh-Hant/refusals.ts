import type * as ja from '../ja/refusals.ts'
import { intake } from './intake.ts'
import { reading } from './reading.ts'
import { statisticsFinding, statisticsRefusal } from './statistics.ts'
import { uncertaintyRefusal } from './uncertainty.ts'

const fy = (value: string | number | undefined): string => `${value ?? ''}年度`

export const refusal: typeof ja.refusal = (why, detail) => {
  const d = detail ?? {}
  const known: Readonly<Record<string, string>> = intake.fields
  const fields = String(d.fields ?? '')
    .split(',')
    .map((field) => known[field] ?? field)
  const said: Readonly<Record<string, string>> = {
    ...statisticsRefusal(d),
    ...uncertaintyRefusal(d),
    'not-allowed': '您沒有權限進行此操作。請洽企劃課的承辦人員。',
    'past-is-read-only': '您正在查看過去的時點。若要更正，請按「回到現在」。',
    'not-a-government-code':
      '這不是地方公共團體代碼。請輸入總務省的全國地方公共團體代碼（5位數，或含檢查碼的6位數）。',
    'already-registered': d.sample
      ? '此地方政府已作為範例存在。若要以自己的地方政府開始，請指定 SHIRUBE_SAMPLES=fictional，並使用空的資料目錄。'
      : '此地方政府已經登錄。',
    'name-missing': '請輸入地方政府的名稱。',
    'no-such-indicator': '找不到此指標。',
    'no-such-plan': '找不到此計畫。',
    'no-such-scheme': '找不到此判定方式。',
    'year-outside-plan': `${fy(d.year)}在計畫期間（${d.from === 'not-stated' ? '未載明' : fy(d.from)}～${fy(d.to)}）之外。`,
    'no-such-grade': `此判定方式沒有「${d.grade ?? ''}」這個等級。請從清單中選擇。`,
    'differs-without-reason': '此等級與計算結果不同。請在理由欄填寫理由；您填寫的內容保留在下方。',
    'year-is-published': `${fy(d.year)}已公布。若要更正判定，請先附理由重新開放該年度。`,
    'year-is-closed': `${fy(d.year)}已經截止。若要更正，請先附理由重新開放該年度。`,
    'year-not-over': `${fy(d.year)}尚未結束。請於結束後再截止並公布。無法記錄未來年度的數值。`,
    'somebody-was-faster': d.by
      ? `在您開啟頁面期間，${d.by}已將數值${d.value ? `更正為「${d.value}」` : '更正'}。您輸入的內容保留在下方，請比較後再記錄。`
      : '在您開啟頁面期間，紀錄已有變更。您輸入的內容保留在下方，請重新開啟頁面比較。',
    'reason-missing': '更正時請填寫理由。理由將保留於紀錄。',
    'nothing-changed': '與目前的紀錄相同。未寫入任何內容。',
    'total-falls': `累計減少了（${fy(d.fromYear)} ${d.from ?? ''} → ${fy(d.toYear)} ${d.to ?? ''}）。是否輸入了單年的數值？若先前年度的數值有誤，請先更正該年度。`,
    'impossible-year': `年度不正確（${d.value ?? ''}）。`,
    'not-a-number': `無法讀為數字（「${d.value ?? ''}」）。請只輸入數字。單位與註記可寫在備註。`,
    'value-or-reason': '請輸入數值，或選擇沒有數值的理由，兩者擇一。',
    'already-closed': '此年度已經截止。',
    'not-closed': '公布之前，請先將年度截止。',
    'already-open': '此年度已經開放。',
    'already-stated': '此項目已載明於計畫，無法設定。',
    'value-not-understood': `這不是可設定的值（${d.value ?? ''}）。請從選項中選擇。`,
    'another-government': '此計畫檔屬於另一個地方政府。請確認檔案中的 government。',
    'plan-has-errors': `計畫檔有錯誤，因此未匯入。未寫入任何內容。${d.findings ? `\n${d.findings}` : ''}`,
    'nothing-accepted': '尚未接受任何項目。請先接受要匯入的項目，再按一次。',
    'no-such-document': '找不到此文件。',
    'no-such-entry': '此項目在您開啟頁面期間已變更。請重新開啟頁面。',
    'no-such-remark': '找不到此確認事項。請重新開啟頁面。',
    'under-itself': '不能放在自己或自己下層的項目之下。請選擇其他位置。',
    'merge-with-itself': '同一個項目不能與自己合併。請選擇其他項目。',
    'merge-loses-values': `兩者的${fields.join('、')}不同，合併後會失去其中一個值。請先改為相同的值，或清除其中之一，再行合併。`,
    'nothing-to-undo': '沒有可復原的步驟。',
    'empty-name': '請輸入名稱。',
    'year-not-understood': `無法讀為年度（「${d.value ?? ''}」）。請以「令和6年度」、R6 或 2024 的形式填寫。`,
    'number-not-understood': `無法讀為數字（「${d.value ?? ''}」）。請以 2,541、1.5%、7,000以上 的形式填寫；若目標不是數字，請勿填入數字。`,
    'unit-not-the-same': `「${d.value ?? ''}」的單位與此項目的單位（${d.unit ?? ''}）不一致。請一併修改單位，或只填入以${d.unit ?? ''}計的數字。`,
    'amount-not-understood': `無法讀為金額（「${d.value ?? ''}」）。請附上單位，例如「12,000千円」。若沒有前一年度，請填「なし」。`,
    'period-backwards': `期間的終止（${fy(d.to)}）早於開始（${fy(d.from)}）。`,
    'nothing-read': '已接受的項目中沒有指標也沒有事業，無法構成計畫。請接受指標或事業。',
    'no-period-read': '無法得知計畫期間。請在「作為計畫」填入終止年度。',
    'no-such-edition': '找不到此版本。',
    'not-a-draft': '此版本不是草案，無法捨棄，也無法再次採用。',
    'date-not-understood': `無法讀為日期（「${d.value ?? ''}」）。請以 2026-03-25 的形式填寫。`,
    'fertility-out-of-range': `總和生育率請在 ${d.least}～${d.most} 之間調整。`,
    'migration-out-of-range': `額外的淨移入請在每年 ±${d.most}人 之間調整。`,
    'no-such-scenario': '找不到此假設。',
    'scenario-is-a-vision': '此假設已採用為計畫的人口願景。請先取消採用。',
    'no-such-folder': `沒有資料夾 ${d.folder ?? ''}。請先建立，或指定其他位置。`,
    'round-not-open': `${fy(d.year)}的收集尚未開始。`,
    'already-submitted': '已提交，無法更改。請先收回再更改。',
    'not-submitted': `尚未提交${d.name ? `（${d.name}）` : ''}。`,
    'already-approved': `已核准${d.name ? `（${d.name}）` : ''}。如需更正，請在指標頁面更正實績。`,
    'nothing-entered': `尚未填寫${d.name ? `（${d.name}）` : ''}。`,
    'not-ready': `有無法提交的項目${d.name ? `（${d.name}）` : ''}。請填入數值或理由，並更正或確認疑點。`,
    'not-a-workbook': '無法作為 Excel 調查表開啟。檔案已損壞，或是其他格式。',
    'not-our-workbook': '這不是 Shirube 的調查表。請重新取得調查表，在其中填寫後繳回。',
    'workbook-of-another-government': '這是其他地方政府的調查表。未匯入任何內容。',
    'workbook-of-another-year': `這是${fy(d.year)}的調查表。請切換年度後再匯入。`,
    'document-too-large': '文件過大（上限20MB）。可使用命令列的 check 讀取。',
    'document-unreadable': '無法讀取此文件。',
    'too-long': `過長（${d.length ?? ''}字，上限 ${d.most ?? ''}字）。請只寫要點。`,
    'signed-out': '登入已失效。您輸入的內容仍然保留。請在另一個分頁登入後再送出一次。',
    'wants-confirmation': `此檔案會從目前的計畫移除${d.removed ?? 0}項，並改寫${d.redefined ?? 0}項指標或事業的定義。若確認無誤，請填寫理由、勾選確認後再送出一次。`,
    'bad-moment': '時點的寫法不正確。請以 2026-05-01 的形式指定過去的日期。',
    'file-exists': `${d.file ?? ''} 已經存在。請使用其他名稱。`,
    'accepted-not-understood': `無法讀取已知悉確認事項清單的第${d.line ?? ''}行（${d.value ?? ''}）。請依「指紋 代碼 理由」的順序填寫。`,
    'draft-edition': '草案版本的年度無法截止或公布。請將計畫檔的 stage 改為 adopted 後匯入。',
    'no-file': '請選擇檔案。',
    'several-governments': `「${d.id ?? ''}」存在於多個地方政府（${d.codes ?? ''}）。請以 --government 指定代碼。`,
    'no-such-government': `代碼 ${d.code ?? ''} 的地方政府尚未登錄。請先登錄。`,
    'series-file-has-errors': `表格有錯誤，未計算推估。\n${d.findings ?? ''}`,
    'file-not-readable': `無法開啟檔案 ${d.file ?? ''}。請確認位置與名稱。`,
    'needs-out': `${d.format}無法顯示於終端機。請以 --out 指定要寫出的檔案。`,
    'file-not-writable': `無法寫入檔案 ${d.file ?? ''}。請確認位置與權限。`,
    'database-not-empty': '無法還原到已有資料的地方。請指定空的資料目錄（SHIRUBE_DATA）。',
    'not-a-backup': `${d.file ?? ''} 不是 Shirube 的備份。`,
    'backup-of-another-version': `${d.file ?? ''} 是其他版本 Shirube 的備份。請先以相同版本還原，再行更新。`,
    'backup-cut-short': `${d.file ?? ''} 不完整。未還原任何內容。`,
    'not-serving': '此資料目錄沒有 Shirube 的執行紀錄。請先執行 npm start。',
    'not-published': '此年度尚未公布。',
  }
  return said[why] ?? `無法完成（${why}）。`
}

export const finding: typeof ja.finding = ({ code, line, column, path, detail }) => {
  const d = detail ?? {}
  const where = `${line === undefined ? '' : `第${line}行`}${column === undefined || column === 1 ? '' : `第${column}字`}${path && path.length > 0 ? `（${path.join('.')}）` : ''}`
  const said: Readonly<Record<string, string>> = {
    ...reading(d),
    ...statisticsFinding(d),
    'file-too-large': `檔案過大（${d.size}字，上限 ${d.most}字）。請以一個檔案存放計畫的一個版本。`,
    'alias-not-allowed': '不能使用 YAML 的別名（& 與 *）。請直接寫出值。',
    'nested-too-deep': `巢狀層數過深（上限 ${d.most}層）。`,
    'not-yaml': `無法讀為 YAML（${d.reason}）。`,
    'duplicate-key': '相同的鍵出現兩次。請刪除其中一個。',
    'impossible-year': `不可能的年份（${d.value}）。請以西元4位數填寫。`,
    'not-an-integer': `不是整數（${d.value}）。`,
    'not-a-decimal': `不是數字（${d.value}）。`,
    'not-an-amount': `不是金額（${d.value}）。請以「24,300千円」的形式填寫。`,
    'not-a-date': `不是日期（${d.value}）。請以 2024、2024-06 或 2024-06-01 填寫。`,
    'not-a-boolean': `請填寫 true 或 false（${d.value}）。`,
    'not-an-id': `id 請以小寫英數字與連字號填寫（${d.value}）。`,
    'not-a-hash': '不是指紋（hash）的形式。',
    'not-a-government-code': `不是地方公共團體代碼（${d.value}）。`,
    'duplicate-id': `有兩個相同的 id（${d.id}）。`,
    'unknown-reference': `找不到「${d.id}」。`,
    'unknown-level': `沒有層級「${d.level}」。`,
    'unknown-document': `沒有文件「${d.id}」。`,
    'period-backwards': `計畫期間的終止（${d.to}）早於開始（${d.from}）。`,
    'target-before-baseline': `目標年度（${d.target}）早於基準年度（${d.baseline}）。`,
    'uneven-row': `表格的列有${d.cells}個儲存格，與欄數${d.columns}不符。`,
    'line-outside-document': `第${d.line}行超出文件範圍（共${d.lines}行）。`,
    'series-columns': `欄位不足（${d.value}）。請在標題列寫上 series, kind, unit, better, year, value（順序不拘）。`,
    'series-kind': `不認識種類「${d.value}」。請使用下列之一，或留空：${d.allowed}`,
    'series-better': `不認識方向「${d.value}」。請使用 higher、lower、steady 之一，或留空。`,
    'series-n': `回答數請填寫正整數（${d.value}）。`,
    'series-year-twice': `數列「${d.value}」的${d.year}年度出現兩次（前一次在第${d.before}行）。`,
    'series-disagrees': `同一數列的 ${d.column} 不一致（第${d.beforeLine}行為「${d.before}」，此處為「${d.value}」）。`,
    'series-share-outside': `占比超出0～100（${d.value}）。請將 kind 改為 rate，或確認數值。`,
    'shape-unrecognized_keys': `有不認識的項目（${d.reason}）。`,
    'shape-invalid_type': '缺少必要的項目，或形式不同。',
    'shape-invalid_value': `不是可填寫的值（${d.value ?? ''}）。`,
    'shape-invalid_union': `不是可填寫的值（${d.value ?? ''}）。`,
    'shape-too_small': '不能為空。若不使用，請刪除整個項目。',
  }
  return `${where} ${said[code] ?? `${code} ${d.reason ?? ''}`}`.trim()
}
