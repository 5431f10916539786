import type { Meeting } from '#domain/cycle/review.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

/** 日程の欄: name, day, time, place of a meeting, and the day by which opinions are due. */
export function MeetingFields({ meeting }: { readonly meeting: Meeting | undefined }) {
  const words = useWords()
  const w = words.room
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field id="title" label={w.meetingTitle} must={words.app.required} defaultValue={meeting?.title} />
      <Field id="day" type="date" label={w.day} defaultValue={meeting?.day} />
      <Field id="time" label={w.time} defaultValue={meeting?.time} />
      <Field id="place" label={w.place} defaultValue={meeting?.place} />
      <Field id="due" type="date" label={w.due} defaultValue={meeting?.due} />
    </div>
  )
}
