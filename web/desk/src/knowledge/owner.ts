import { departmentOf } from '../reference/reference'
import { has, me } from '../session/session'

/** Whether this person answers for what the department has written. The hotline has no head of a department: its supervisors do. */
export function answersFor(owner: string | null): boolean {
  const department = owner === null ? undefined : departmentOf(owner)
  if (department?.kind === 'HOTLINE') return has('SUPERVISOR')
  const own = me.value?.department
  return has('HANDLER', 'HEAD') && !!own && (owner === own || department?.parent === own)
}
