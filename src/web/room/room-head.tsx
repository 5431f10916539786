import { Link } from 'react-router'
import type { Meeting, ReviewState } from '#domain/cycle/review.ts'
import { useHere } from '../paths.ts'
import { Head } from '../ui/shell.tsx'
import { useWords } from '../words.tsx'
import type { StopLine } from './show-stop.ts'

/** Title of the room: which meeting, when, how far the reader is, which pack is read. */
export function RoomHead({
  review,
  meeting,
  state,
  seat,
  stops,
  record,
  latest,
  papers,
  minutes,
  runs,
}: {
  readonly review: { readonly id: string; readonly year: number }
  readonly meeting: Meeting
  readonly state: ReviewState
  readonly seat: { readonly affiliation: string; readonly chair: boolean } | undefined
  readonly stops: readonly StopLine[]
  readonly record: { readonly number: number; readonly fixedAt: string } | undefined
  readonly latest: number | undefined
  readonly papers: boolean
  readonly minutes: boolean
  readonly runs: boolean
}) {
  const words = useWords()
  const w = words.room
  const { of, here } = useHere()
  const { day, time, place, due } = meeting
  return (
    <>
      <Head
        crumbs={[{ to: of('/reviews'), name: w.title }]}
        title={`${w.of(review.year)} ${meeting.title}`}
        lead={
          <>
            {w.meeting(day, time, place, due)} <span className="tag">{w.states[state]}</span>{' '}
            {seat && (
              <>
                <span className="tag">{w.seat(seat.affiliation)}</span>{' '}
                {seat.chair && <span className="tag">{w.chair}</span>}{' '}
                {stops.length > 0 && w.written(stops.filter(({ written }) => written).length, stops.length)}
              </>
            )}
          </>
        }
      >
        {papers && (
          <>
            <a
              className="button"
              href={of(`/reviews/${review.id}/pack.pdf`, packQuery(record?.number, latest))}
            >
              {w.packPaper} PDF
            </a>
            <a
              className="button"
              href={of(`/reviews/${review.id}/pack.docx`, packQuery(record?.number, latest))}
            >
              {w.packPaper} Word
            </a>
          </>
        )}
        {minutes && (
          <a className="button" href={of(`/reviews/${review.id}/minutes.pdf`)}>
            {w.minutesPaper} PDF
          </a>
        )}
        {runs && (
          <Link className="button primary" to={of(`/reviews/${review.id}/run`)}>
            {w.toRun}
          </Link>
        )}
      </Head>
      {record && (
        <p className="small mute mb-4">
          {w.packIs(record.number, words.moment(record.fixedAt))}{' '}
          {latest !== undefined && latest !== record.number && (
            <>
              {w.packOld(record.number, latest)} <Link to={here({ pack: undefined })}>{w.packNow}</Link>
            </>
          )}
        </p>
      )}
    </>
  )
}

const packQuery = (number: number | undefined, latest: number | undefined) =>
  number === latest || number === undefined ? {} : { pack: String(number) }
