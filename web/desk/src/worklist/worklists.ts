import type { Role } from '@minsheng/shared/words'
import { has } from '../session/session'

/** A named worklist of the server, for the roles that work it. `batch` are the verbs that may go over many rows. */
export interface Worklist { view: string, roles: readonly Role[], icon: string, batch?: readonly string[] }

const HALL: readonly Role[] = ['AGENT', 'EXPERT']
const DEPARTMENT: readonly Role[] = ['HANDLER', 'HEAD']

export const WORKLISTS: readonly Worklist[] = [
  { view: 'my-desk', roles: HALL, icon: 'list' },
  { view: 'to-dispatch', roles: ['DISPATCHER'], icon: 'send', batch: ['dispatch'] },
  { view: 'to-rule', roles: ['DISPATCHER', 'SUPERVISOR'], icon: 'back' },
  { view: 'to-decide', roles: ['DISPATCHER', 'SUPERVISOR'], icon: 'clock' },
  { view: 'inbox', roles: DEPARTMENT, icon: 'inbox', batch: ['accept'] },
  { view: 'to-accept', roles: DEPARTMENT, icon: 'send', batch: ['accept'] },
  { view: 'in-progress', roles: DEPARTMENT, icon: 'gear' },
  { view: 'returned-to-me', roles: DEPARTMENT, icon: 'back' },
  { view: 'to-review', roles: ['REVIEWER'], icon: 'eye', batch: ['approve'] },
  { view: 'to-follow-up', roles: ['FOLLOW_UP_CALLER'], icon: 'phone' },
  { view: 'emergencies', roles: ['SUPERVISOR', 'DISPATCHER'], icon: 'alarm', batch: ['remind'] },
  { view: 'problem', roles: ['SUPERVISOR'], icon: 'flag', batch: ['remind'] },
  { view: 'deferred', roles: ['SUPERVISOR', ...DEPARTMENT], icon: 'pause' },
  { view: 'joined', roles: ['DISPATCHER', 'SUPERVISOR'], icon: 'link' },
  { view: 'closed', roles: ['REVIEWER', 'SUPERVISOR', 'ANALYST', ...DEPARTMENT], icon: 'check', batch: ['archive'] },
  { view: 'all', roles: ['AGENT', 'EXPERT', 'DISPATCHER', 'REVIEWER', 'FOLLOW_UP_CALLER', 'SUPERVISOR', 'ANALYST', 'ADMINISTRATOR', ...DEPARTMENT], icon: 'book', batch: ['remind'] },
]

export const myWorklists = () => WORKLISTS.filter(each => has(...each.roles))
export const worklistOf = (view: string) => WORKLISTS.find(each => each.view === view)

/** Reminding is the supervisor's; every other batch belongs to those who work the list. */
export function batchOf(view: string): readonly string[] {
  return (worklistOf(view)?.batch ?? []).filter(verb => verb !== 'remind' || has('SUPERVISOR'))
}

/** Where a person's day begins. */
export function home(): { name: string, params?: Record<string, string> } {
  if (has('AGENT', 'EXPERT') && !has('DISPATCHER', 'REVIEWER', 'FOLLOW_UP_CALLER')) return { name: 'answer-desk' }
  if (has('SUPERVISOR')) return { name: 'today' }
  if (has('ADMINISTRATOR')) return { name: 'calendar' }
  const first = (['to-dispatch', 'inbox', 'to-review', 'to-follow-up'] as const).find(view => has(...worklistOf(view)!.roles))
  return { name: 'worklist', params: { view: first ?? 'all' } }
}
