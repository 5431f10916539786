/** A labelled input with its help and what is wrong with it, tied together for screen readers. */
export function Field({
  id,
  label,
  help,
  problem,
  must,
  ...input
}: {
  readonly id: string
  readonly label: string
  readonly help?: React.ReactNode
  readonly problem?: string | undefined
  readonly must?: string
} & Omit<React.ComponentProps<'input'>, 'id'>) {
  const described = [help ? `${id}-help` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {must && <span className="must">{must}</span>}
      </label>
      <input
        className="input"
        id={id}
        name={id}
        required={must !== undefined}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        {...input}
      />
      {help && (
        <p className="small mute" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** 結果の知らせ: what was done, or why not, where a screen reader hears it. */
export function Told({
  done,
  refused,
}: {
  readonly done?: React.ReactNode
  readonly refused?: string | undefined
}) {
  if (refused)
    return (
      <p className="notice error mb-6" role="alert">
        {refused}
      </p>
    )
  return done ? (
    <div className="notice done mb-6" role="status">
      {done}
    </div>
  ) : null
}
