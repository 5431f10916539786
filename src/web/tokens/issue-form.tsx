import { Form } from 'react-router'
import { ACTIONS, ROLES } from '#domain/access/can.ts'
import { LONGEST_DAYS, scopesOf } from '#domain/access/token.ts'
import type { Department } from '#domain/government/department.ts'
import { DepartmentSelect, RoleSelect } from '../members/selects.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

/** What was typed, so that a refused form comes back filled. */
export type Typed = {
  readonly name: string
  readonly role: string
  readonly department: string
  readonly scopes: readonly string[]
  readonly until: string
}

const OFFERED = ACTIONS.filter((action) => ROLES.some((role) => scopesOf(role).includes(action)))

/** トークンを発行する: every scope is offered, and what the role may not do is refused, so that it works without a script. */
export function IssueForm({
  departments,
  typed,
  until,
}: {
  readonly departments: readonly Department[]
  readonly typed: Typed | undefined
  readonly until: string
}) {
  const words = useWords()
  const w = words.tokens
  const chosen = typed?.scopes ?? ['staff:read']
  return (
    <section className="card mb-6 no-print" aria-labelledby="issue">
      <h2 id="issue">{w.issueTitle}</h2>
      <Form method="post" className="grid gap-4 mt-3 max-w-xl">
        <Field
          id="name"
          label={w.name}
          must={words.app.required}
          autoComplete="off"
          maxLength={60}
          help={w.nameHelp}
          defaultValue={typed?.name}
        />
        <RoleSelect id="role" label={w.role} {...(typed ? { chosen: typed.role } : {})} />
        <DepartmentSelect
          id="department"
          label={w.department}
          departments={departments}
          chosen={typed?.department}
          none={w.noDepartment}
        />
        <fieldset className="field" aria-describedby="scopes-help">
          <legend className="label">{w.scopes}</legend>
          <p className="small mute" id="scopes-help">
            {w.scopesHelp}
          </p>
          <div className="grid sm:grid-cols-2 gap-x-6">
            {OFFERED.map((action) => (
              <label key={action} className="flex gap-2 items-baseline py-1">
                <input type="checkbox" name="scope" value={action} defaultChecked={chosen.includes(action)} />
                <span>{w.actions[action]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Field
          id="until"
          type="date"
          label={w.until}
          must={words.app.required}
          help={w.untilHelp(LONGEST_DAYS)}
          defaultValue={typed?.until ?? until}
        />
        <p>
          <button className="button primary" type="submit" name="do" value="issue">
            {w.issue}
          </button>
        </p>
      </Form>
    </section>
  )
}
