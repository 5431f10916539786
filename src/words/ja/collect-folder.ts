/** コマンド: フォルダーの調査票。 */
export const collectFolder = {
  system: 'フォルダーから取り込み',
  tooLarge: '調査票としては大きすぎます（10MBまで）。調査票だけのファイルにして、置き直してください。',
  open: 'だれかが開いているか、書き込みの途中です。閉じてから、もう一度取り込みます。',
  conflicts: (count: number, where: readonly string[]) =>
    `画面と違うところが${count}件あるので、何も取り込まずに残しました（${where.slice(0, 5).join('、')}${where.length > 5 ? ' …' : ''}）。実績入力の画面から返して、どちらを使うか選んでください。`,
  doing: (at: number, of: number, name: string) => `${of}件のうち${at}件目 ${name}`,
  writing: (at: number, of: number, name: string) => `${of}件のうち${at}件目 ${name}`,
  notMoved: (folder: string) => `取り込みましたが、${folder} に移せませんでした。権限を確かめてください。`,
  total: (taken: number, left: number) => `取り込んだファイル ${taken}件・残したファイル ${left}件`,
  written: (count: number, folder: string) => `${folder} に${count}件の調査票を書き出しました。`,
  kept: (names: string) =>
    `同じ名前のファイルがあるので、書き出さなかったもの: ${names}。新しく作るなら、先に移すか消してください。`,
}
