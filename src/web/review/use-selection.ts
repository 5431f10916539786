import { useCallback, useEffect, useRef, useState } from 'react'
import { type Location, useLocation, useNavigate, useNavigation } from 'react-router'
import { useHere } from '../paths.ts'

/** Rest of the hand after which the page of the selected entry is asked for. */
const PAUSE = 150

const FOLLOWS = { follows: true }
const isFollowing = ({ state }: Location): boolean =>
  (state as Partial<typeof FOLLOWS> | null)?.follows === true

/**
 * 選んだもの: moves at once in the browser, and the address and the page follow when the hand rests. What was picked holds until somebody goes
 * somewhere by a link or a form. `known` says what the page in hand can show.
 */
export function useSelection(loaded: string | undefined, known: (key: string) => boolean) {
  const [picked, setPicked] = useState<{ readonly at: string; readonly over: string | undefined }>()
  const location = useLocation()
  const going = useNavigation().location
  const navigate = useNavigate()
  const { here } = useHere()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const address = useRef(here)
  useEffect(() => {
    address.current = here
  })
  useEffect(() => {
    // What was picked while the page was on its way there is newer.
    if (!isFollowing(location)) setPicked((last) => (last?.over === location.key ? last : undefined))
  }, [location])
  useEffect(() => {
    if (going && !isFollowing(going)) clearTimeout(timer.current)
  }, [going])
  useEffect(() => () => clearTimeout(timer.current), [])

  /** To an entry or remark of the page in hand. */
  const pick = useCallback(
    (at: string) => {
      setPicked({ at, over: going?.key })
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () =>
          navigate(address.current({ at, page: undefined }), {
            ...{ preventScrollReset: true, replace: true, state: FOLLOWS },
          }),
        PAUSE,
      )
    },
    [navigate, going],
  )
  /** To an entry in another tab or part; the server knows where it stands. */
  const leap = useCallback(
    (at: string) => {
      const to = address.current({ at, page: undefined, tab: undefined, from: undefined })
      if (going && `${going.pathname}${going.search}` === to) return
      clearTimeout(timer.current)
      navigate(to, { preventScrollReset: true, replace: true })
    },
    [navigate, going],
  )
  const asked = new URLSearchParams(location.search).get('at') ?? undefined
  const selected = [picked?.at, asked].find((key) => key !== undefined && known(key)) ?? loaded
  return { selected, pick, leap }
}
