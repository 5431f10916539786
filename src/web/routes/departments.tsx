import { data, Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { departmentLines } from '#domain/government/register.ts'
import { refuse } from '#domain/shared/outcome.ts'
import { listDepartments } from '#store/departments.ts'
import { endDepartment, registerDepartments, renameDepartment } from '#usecases/departments.ts'
import { DepartmentTable } from '../departments/department-table.tsx'
import { RegisterForm } from '../departments/register-form.tsx'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/departments'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const present = visit.user !== undefined && visit.asOf === undefined
  return {
    departments: await visit.read(listDepartments),
    may: present && can(visit.actor, 'department:write'),
    administers: can(visit.actor, 'member:grant'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told, all } = await readForm(request)
  const [wanted, id, reason] = [told('do'), told('id'), told('reason')]
  const name = { name: told('name'), ...(told('nameEn') ? { nameEn: told('nameEn') } : {}) }
  const act = () => {
    switch (wanted) {
      case 'register':
        return visit.act('department:write', (tx, doing) =>
          registerDepartments(tx, doing, departmentLines(told('list'))),
        )
      case 'rename':
        return visit.act('department:write', (tx, doing) =>
          renameDepartment(tx, doing, { id, reason, ...name }),
        )
      case 'end':
        return visit.act('department:write', (tx, doing) =>
          endDepartment(tx, doing, { id, reason, successors: all('successor') }),
        )
      default:
        return Promise.resolve(refuse('no-such-department'))
    }
  }
  const result = await act()
  if (!result.ok)
    return data(
      { ok: false as const, do: wanted, list: told('list'), why: result.why, detail: result.detail },
      statusOf(result.why),
    )
  return { ok: true as const, do: wanted, count: result.value?.registered ?? 0 }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.departmentsPage.title} | ${w.app.name}` }]
}

/** 課の登録: departments with their lives, registered from a list, renamed and ended. */
export default function Departments({ loaderData, actionData }: Route.ComponentProps) {
  const { departments, may, administers } = loaderData
  const words = useWords()
  const w = words.departmentsPage
  const { of } = useHere()
  const said = (did: string, count: number) =>
    did === 'register' ? w.registered(count) : did === 'rename' ? w.renamed : w.ended
  return (
    <>
      <Head
        title={w.title}
        lead={w.lead(departments.filter(({ to }) => to === undefined).length)}
        crumbs={administers ? [{ to: of('/members'), name: words.people.title }] : []}
      >
        {may && (
          <Link className="button" to={of('/members/hand-over')}>
            {w.handOver}
          </Link>
        )}
      </Head>
      <Told
        done={actionData?.ok && said(actionData.do, actionData.count)}
        refused={actionData?.ok === false ? words.refusal(actionData.why, actionData.detail) : undefined}
      />
      <DepartmentTable departments={departments} may={may} />
      {may && <RegisterForm typed={actionData?.ok === false ? actionData.list : undefined} />}
    </>
  )
}
