import { data } from 'react-router'

export const loader = () => {
  throw data({ why: 'no-such-page' }, 404)
}

export default function NotFound() {
  return null
}
