import { ROLES, type Role } from '@minsheng/shared/words'
import { has, me } from '../session/session'

/**
 * A named worklist of the server, for the roles that work it. `batch` are the verbs that may go over many rows; a `rare`
 * list stands in the narrow rail only while something is in it.
 */
export interface Worklist { view: string, roles: readonly Role[], icon: string, batch?: readonly string[], rare?: boolean }

const HALL: readonly Role[] = ['AGENT', 'EXPERT']
const DEPARTMENT: readonly Role[] = ['HANDLER', 'HEAD']
/** Who carries out what the own unit was given. */
const WORKING: readonly Role[] = [...DEPARTMENT, 'FIELD_WORKER']
const EVERYBODY = Object.keys(ROLES) as Role[]

/** Who may do a verb to many orders at once; the server has the last word on each. */
const BATCHERS: Record<string, readonly Role[]> = {
  dispatch: ['DISPATCHER'], accept: DEPARTMENT, remind: ['SUPERVISOR'], approve: ['REVIEWER'], archive: ['REVIEWER'],
}

export const WORKLISTS: readonly Worklist[] = [
  { view: 'my-desk', roles: HALL, icon: 'list' },
  { view: 'to-dispatch', roles: ['DISPATCHER'], icon: 'send', batch: ['dispatch'] },
  { view: 'waiting', roles: [...HALL, 'DISPATCHER'], icon: 'question', rare: true },
  { view: 'to-rule', roles: ['DISPATCHER'], icon: 'back' },
  { view: 'to-decide', roles: ['DISPATCHER', 'REVIEWER'], icon: 'clock' },
  { view: 'inbox', roles: WORKING, icon: 'inbox', batch: ['accept'] },
  { view: 'to-accept', roles: [...DEPARTMENT, 'SUPERVISOR'], icon: 'send', batch: ['accept', 'remind'] },
  { view: 'in-progress', roles: DEPARTMENT, icon: 'gear' },
  { view: 'returned', roles: DEPARTMENT, icon: 'back', rare: true },
  { view: 'supporting', roles: WORKING, icon: 'people', rare: true },
  { view: 'to-review', roles: ['REVIEWER'], icon: 'eye', batch: ['approve'] },
  { view: 'to-follow-up', roles: ['FOLLOW_UP_CALLER'], icon: 'phone' },
  { view: 'emergencies', roles: [...HALL, 'DISPATCHER', 'SUPERVISOR', ...DEPARTMENT], icon: 'alarm', batch: ['remind'] },
  { view: 'overdue', roles: ['SUPERVISOR', 'DISPATCHER', ...DEPARTMENT], icon: 'clock', batch: ['remind'] },
  { view: 'problem', roles: ['SUPERVISOR', 'DISPATCHER'], icon: 'flag', batch: ['remind'], rare: true },
  { view: 'deferred', roles: ['SUPERVISOR', 'DISPATCHER', 'REVIEWER', ...DEPARTMENT], icon: 'pause', rare: true },
  { view: 'joined', roles: ['DISPATCHER'], icon: 'link', rare: true },
  { view: 'closed', roles: ['REVIEWER', 'SUPERVISOR', 'ANALYST', ...DEPARTMENT], icon: 'check', batch: ['archive'] },
  { view: 'all', roles: EVERYBODY, icon: 'book', batch: ['remind'] },
]

export const myWorklists = () => WORKLISTS.filter(each => has(...each.roles))
export const worklistOf = (view: string) => WORKLISTS.find(each => each.view === view)

export function batchOf(view: string): readonly string[] {
  return (worklistOf(view)?.batch ?? []).filter(verb => has(...BATCHERS[verb] ?? []))
}

type Place = { name: string, params?: { view: string } }
const list = (view: string): Place => ({ name: 'worklist', params: { view } })

const HOMES: Partial<Record<Role, Place>> = {
  AGENT: { name: 'answer-desk' },
  EXPERT: { name: 'answer-desk' },
  DISPATCHER: list('to-dispatch'),
  HANDLER: list('inbox'),
  HEAD: list('inbox'),
  FIELD_WORKER: list('all'),
  REVIEWER: list('to-review'),
  FOLLOW_UP_CALLER: list('to-follow-up'),
  SUPERVISOR: { name: 'today' },
  ADMINISTRATOR: { name: 'calendar' },
}

/** Where a person's day begins: at the work of the first of their roles. */
export function home(): Place {
  const first = me.value?.roles[0]
  return (first && HOMES[first]) ?? list('all')
}
