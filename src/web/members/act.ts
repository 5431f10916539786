import { ROLES } from '#domain/access/can.ts'
import { refuse } from '#domain/shared/outcome.ts'
import { changeMember, endMember } from '#usecases/change-member.ts'
import { invite } from '#usecases/invite.ts'
import { handOverKey, inviteAgain } from '#usecases/letters.ts'
import { roleOf } from '#words/role-of.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'

/** What a form of the members' page asks: invite one, change, end, write again, or hand over a link. */
export async function actOnMembers(visit: Visit, form: SentForm, lang: string) {
  const department = form.told('department') || undefined
  const [id, user, reason] = [form.told('id'), form.told('user'), form.told('reason')]
  const role = ROLES.find((each) => each === form.told('role'))
  switch (form.told('do')) {
    case 'invite':
      return visit.act('member:grant', (tx, doing) =>
        invite(tx, doing, {
          asked: [
            {
              ...{ row: 1, name: form.told('name'), email: form.told('email') },
              ...{ role: form.told('role'), department: form.told('department') },
            },
          ],
          ...{ roleOf, lang },
        }),
      )
    case 'change':
      return visit.act('member:grant', async (tx, doing) =>
        role
          ? changeMember(tx, doing, { id, role, reason, ...(department ? { department } : {}) })
          : refuse('no-such-member'),
      )
    case 'end':
      return visit.act('member:grant', (tx, doing) => endMember(tx, doing, { id, reason }))
    case 'again':
      return visit.act('member:grant', (tx, doing) => inviteAgain(tx, doing, { user, lang }))
    case 'key':
      return visit.act('member:grant', (tx, doing) => handOverKey(tx, doing, user))
    default:
      return refuse('no-such-member')
  }
}
