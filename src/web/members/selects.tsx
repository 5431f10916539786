import { ROLES } from '#domain/access/can.ts'
import type { Department } from '#domain/government/department.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

type Chosen = { readonly id: string; readonly label: string; readonly chosen?: string | undefined }

/** Departments that are there, by name. The value is the id. */
export function DepartmentSelect({
  id,
  label,
  chosen,
  departments,
  none,
  name = 'department',
}: Chosen & {
  readonly departments: readonly Department[]
  /** What no choice is called; absent where one must choose. */
  readonly none?: string
  readonly name?: string
}) {
  const { lang } = useHere()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={chosen ?? ''} required={none === undefined}>
        <option value="">{none ?? '—'}</option>
        {departments
          .filter(({ to }) => to === undefined)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {nameIn(lang, each)}
            </option>
          ))}
      </select>
    </div>
  )
}

export function RoleSelect({ id, label, chosen, none }: Chosen & { readonly none?: string }) {
  const w = useWords().people
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name="role" defaultValue={chosen ?? ''} required={none === undefined}>
        {(none !== undefined || chosen === undefined) && <option value="">{none ?? '—'}</option>}
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {none === undefined ? `${w.roles[role]}　${w.roleHelp[role]}` : w.roles[role]}
          </option>
        ))}
      </select>
    </div>
  )
}
