type Props = {
  readonly id: string
  readonly name?: string
  readonly label: string
  readonly chosen?: string
  readonly people: readonly { readonly user: string; readonly name: string; readonly email: string }[]
}

export function PersonSelect({ id, name = id, label, chosen, people }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={chosen ?? ''} required>
        <option value="">—</option>
        {people.map(({ user, name: called, email }) => (
          <option key={user} value={user}>
            {called}（{email}）
          </option>
        ))}
      </select>
    </div>
  )
}
