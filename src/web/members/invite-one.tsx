import { Form } from 'react-router'
import type { Department } from '#domain/government/department.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'
import { DepartmentSelect, RoleSelect } from './selects.tsx'

export function InviteOne({ departments }: { readonly departments: readonly Department[] }) {
  const words = useWords()
  const w = words.people
  return (
    <section className="card mb-6" aria-labelledby="invite-one">
      <h2 id="invite-one">{w.inviteOne}</h2>
      <Form method="post" className="grid gap-4 mt-3 max-w-xl">
        <Field id="name" label={w.name} must={words.app.required} autoComplete="off" />
        <Field id="email" type="email" label={w.email} must={words.app.required} autoComplete="off" />
        <RoleSelect id="role" label={w.role} />
        <DepartmentSelect
          id="department"
          label={w.department}
          departments={departments}
          none={w.noDepartment}
        />
        <p>
          <button className="button primary" type="submit" name="do" value="invite">
            {w.invite}
          </button>
        </p>
      </Form>
    </section>
  )
}
