/** Room between what is shown and the edge of its frame, in pixels. */
const ROOM = 48

/** Scrolls a frame, and nothing around it, until something in it is to be seen. */
export function showWithin(frame: Element, shown: Element): void {
  const [box, at] = [frame.getBoundingClientRect(), shown.getBoundingClientRect()]
  if (at.top < box.top) frame.scrollTop -= box.top - at.top + ROOM
  else if (at.bottom > box.bottom) frame.scrollTop += at.bottom - box.bottom + ROOM
  if (at.left < box.left) frame.scrollLeft -= box.left - at.left + ROOM
  else if (at.right > box.right) frame.scrollLeft += at.right - box.right + ROOM
}
