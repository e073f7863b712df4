import { ROLES, type Role } from '@minsheng/shared/words'
import { has } from '../session/session'

/** A named worklist of the server, for the roles that work it. `batch` are the verbs that may go over many rows. */
export interface Worklist { view: string, roles: readonly Role[], icon: string, batch?: readonly string[] }

const HALL: readonly Role[] = ['AGENT', 'EXPERT']
const DEPARTMENT: readonly Role[] = ['HANDLER', 'HEAD']
const EVERYBODY = Object.keys(ROLES) as Role[]

/** Who may do a verb to many orders at once; the server has the last word on each. */
const BATCHERS: Record<string, readonly Role[]> = {
  accept: DEPARTMENT, remind: ['SUPERVISOR'], approve: ['REVIEWER'], archive: ['REVIEWER'],
}

export const WORKLISTS: readonly Worklist[] = [
  { view: 'my-desk', roles: HALL, icon: 'list' },
  { view: 'to-dispatch', roles: ['DISPATCHER'], icon: 'send' },
  { view: 'waiting', roles: [...HALL, 'DISPATCHER'], icon: 'question' },
  { view: 'to-rule', roles: ['DISPATCHER'], icon: 'back' },
  { view: 'to-decide', roles: ['DISPATCHER', 'REVIEWER'], icon: 'clock' },
  { view: 'inbox', roles: DEPARTMENT, icon: 'inbox', batch: ['accept'] },
  { view: 'to-accept', roles: [...DEPARTMENT, 'SUPERVISOR'], icon: 'send', batch: ['accept', 'remind'] },
  { view: 'in-progress', roles: DEPARTMENT, icon: 'gear' },
  { view: 'returned', roles: DEPARTMENT, icon: 'back' },
  { view: 'supporting', roles: DEPARTMENT, icon: 'people' },
  { view: 'to-review', roles: ['REVIEWER'], icon: 'eye', batch: ['approve'] },
  { view: 'to-follow-up', roles: ['FOLLOW_UP_CALLER'], icon: 'phone' },
  { view: 'emergencies', roles: [...HALL, 'DISPATCHER', 'SUPERVISOR', ...DEPARTMENT], icon: 'alarm', batch: ['remind'] },
  { view: 'overdue', roles: ['SUPERVISOR', 'DISPATCHER', ...DEPARTMENT], icon: 'clock', batch: ['remind'] },
  { view: 'problem', roles: ['SUPERVISOR', 'DISPATCHER'], icon: 'flag', batch: ['remind'] },
  { view: 'deferred', roles: ['SUPERVISOR', 'DISPATCHER', 'REVIEWER', ...DEPARTMENT], icon: 'pause' },
  { view: 'joined', roles: ['DISPATCHER'], icon: 'link' },
  { view: 'closed', roles: ['REVIEWER', 'SUPERVISOR', 'ANALYST', ...DEPARTMENT], icon: 'check', batch: ['archive'] },
  { view: 'all', roles: EVERYBODY, icon: 'book', batch: ['remind'] },
]

export const myWorklists = () => WORKLISTS.filter(each => has(...each.roles))
export const worklistOf = (view: string) => WORKLISTS.find(each => each.view === view)

export function batchOf(view: string): readonly string[] {
  return (worklistOf(view)?.batch ?? []).filter(verb => has(...BATCHERS[verb] ?? []))
}

/** Where a person's day begins. */
export function home(): { name: string, params?: Record<string, string> } {
  if (has('AGENT', 'EXPERT') && !has('DISPATCHER', 'REVIEWER', 'FOLLOW_UP_CALLER')) return { name: 'answer-desk' }
  if (has('SUPERVISOR')) return { name: 'today' }
  if (has('ADMINISTRATOR')) return { name: 'calendar' }
  const first = (['to-dispatch', 'inbox', 'to-review', 'to-follow-up'] as const).find(view => has(...worklistOf(view)!.roles))
  return { name: 'worklist', params: { view: first ?? 'all' } }
}
