import { Link } from 'react-router'
import type { BundlesView } from '#usecases/view-bundles.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

/** 運んだ束: what was made here and what arrived, the newest first. */
export function Carried({ made, arrived, keys }: Pick<BundlesView, 'made' | 'arrived' | 'keys'>) {
  const words = useWords()
  const w = words.bundle
  const { of } = useHere()
  const called = (fingerprint: string, installation: string) =>
    keys.find((each) => each.fingerprint === fingerprint)?.name ?? installation
  const rows = [
    ...made.map(({ manifest, at, by }) => ({
      ...{ manifest, at, by, kind: 'made' as const, from: manifest.installation },
    })),
    ...arrived.map(({ manifest, fingerprint, taken, ...came }) => ({
      ...{ manifest, from: called(fingerprint, manifest.installation), kind: 'waiting' as const, ...came },
      ...(taken ? { kind: 'taken' as const, ...taken } : {}),
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <section className="card" aria-labelledby="carried">
      <h2 id="carried">{w.carried}</h2>
      {rows.length === 0 ? (
        <p className="small mt-3">{w.noneCarried}</p>
      ) : (
        <table className="sheet stack mt-3">
          <thead>
            <tr>
              {[w.kind, w.from, w.what, w.when].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span className="sr">{w.see}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ manifest, kind, from, at, by }) => (
              <tr key={`${kind} ${manifest.id}`}>
                <th scope="row">
                  {w.direction[manifest.direction]} <span className="tag">{w.kinds[kind]}</span>
                </th>
                <td data-label={w.from}>{from}</td>
                <td data-label={w.what} className="small">
                  {w.counts(manifest.counts)}
                </td>
                <td data-label={w.when} className="small">
                  {words.moment(at)} {by}
                </td>
                <td>
                  {kind === 'made' ? (
                    <a href={of(`/bundles/${manifest.id}/file`)}>{w.download}</a>
                  ) : (
                    <Link to={of(`/bundles/${manifest.id}`)}>{kind === 'waiting' ? w.open : w.see}</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
