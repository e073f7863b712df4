import { now } from '../clock/clock'
import type { OrderView } from './work-order'

export type FieldKind =
  | 'text' | 'words' | 'number' | 'date' | 'moment' | 'tick'
  | 'choice' | 'department' | 'sub-unit' | 'category' | 'area' | 'order'

export interface Field {
  name: string
  kind: FieldKind
  /** Codes of a choice; their words stand under `choices.<field>.<code>`. */
  choices?: readonly string[]
  optional?: boolean
  initial?: (order: OrderView) => unknown
}

const words = (name: string, optional = false): Field => ({ name, kind: 'words', optional })
const text = (name: string, optional = false): Field => ({ name, kind: 'text', optional })
const choice = (name: string, choices: readonly string[], optional = false): Field =>
  ({ name, kind: 'choice', choices, optional })
const department: Field = { name: 'department', kind: 'department' }
const workingDays: Field = { name: 'amount', kind: 'number', initial: () => 5 }
const unit: Field = { ...choice('unit', ['WORKING_DAYS', 'HOURS']), initial: () => 'WORKING_DAYS' }
/** By the server's clock: one that runs ahead would be refused. */
const atThisMoment = () => new Date(now.value).toISOString()

export const CONTACT_WAYS = ['PHONE', 'VISIT', 'SMS', 'WECHAT'] as const
export const FACTUAL = ['TRUE', 'PARTLY', 'FALSE'] as const
export const RESULTS = ['RESOLVED', 'PARTLY_RESOLVED', 'UNRESOLVED', 'CONSTRAINED'] as const
export const SOLVED = ['YES', 'PARTLY', 'NO'] as const
export const SATISFIED = ['VERY', 'YES', 'FAIR', 'NO', 'VERY_NO'] as const
export const EMERGENCY_SERVICES = ['110', '119', '120', '122'] as const
const NOT_ACCEPTED = ['LITIGATION', 'DISCIPLINE', 'PETITION', 'DISCLOSURE', 'SECRET', 'INDECENT', 'OUT_OF_SCOPE'] as const
const RETURNED = ['NOT_OUR_DUTY', 'WRONG_AREA', 'UNCLEAR', 'DUPLICATE', 'OTHER'] as const
const TERMINATED = ['NOT_ACCEPTABLE', 'REQUESTER_REFUSES', 'IN_COURT', 'OTHER'] as const

/**
 * What each verb asks for. A verb that is not here needs nothing but a press of its button; reply, dispatch, close and
 * rework have screens of their own.
 */
export const FIELDS: Record<string, readonly Field[]> = {
  'answer-directly': [words('answer')],
  'transfer-emergency': [choice('service', EMERGENCY_SERVICES), words('note', true)],
  'decline': [choice('reasonCode', NOT_ACCEPTED), words('reason'), text('legalChannel', true)],
  'ask-for-information': [words('question')],
  'add-information': [words('text')],
  'join': [{ name: 'parent', kind: 'order' }, words('reason', true)],
  'leave': [words('reason', true)],
  'return': [choice('reasonCode', RETURNED), words('reason'), text('basis'), { name: 'suggested', kind: 'department', optional: true }],
  'reassign': [department, words('reason')],
  'bind': [words('reason'), text('basis', true)],
  'record-contact': [choice('how', CONTACT_WAYS), { name: 'at', kind: 'moment', initial: atThisMoment }, words('note', true)],
  'add-support': [department, workingDays, unit, words('note', true)],
  'pass-down': [{ name: 'department', kind: 'sub-unit' }, workingDays, unit, words('note', true)],
  'support-reply': [words('text')],
  'urge-support': [words('text', true)],
  'request-extension': [workingDays, words('reason'), text('basis'), { name: 'requesterTold', kind: 'tick', optional: true }],
  'grant-extension': [{ ...workingDays, initial: order => order.extensionAsked ?? 5 }, words('reason', true)],
  'refuse-extension': [words('reason')],
  'approve': [words('note', true)],
  'send-back': [words('reason')],
  'defer': [{ name: 'reviewOn', kind: 'date', initial: order => order.reviewOn ?? '' }, words('note', true)],
  'resume': [words('note', true)],
  'follow-up-attempt': [words('note', true)],
  'terminate': [choice('reasonCode', TERMINATED), words('reason'), text('basis', true)],
  'withdraw': [words('reason', true)],
  'urge': [words('text', true)],
  'remind': [{ ...choice('way', ['IN_APP', 'SMS', 'PHONE']), initial: () => 'IN_APP' }, words('text', true)],
  'reopen': [words('reason')],
  'note': [words('text')],
  'phone': [text('reached'), words('note', true)],
  'correct': [
    { ...choice('kind', ['INQUIRY', 'ASSISTANCE', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'COMMENDATION']), initial: order => order.kind },
    { name: 'category', kind: 'category', optional: true, initial: order => order.category },
    { ...choice('level', ['EMERGENCY', 'UTILITIES', 'GENERAL', 'COMPLEX']), initial: order => order.level },
    { name: 'area', kind: 'area', optional: true, initial: order => order.area },
    { ...text('address', true), initial: order => order.address },
    { ...text('title'), initial: order => order.title },
    { name: 'confidential', kind: 'tick', optional: true, initial: order => order.confidential },
    words('reason'),
  ],
}

/** Verbs that need no form: one press and they are done. */
export const AT_ONCE: ReadonlySet<string> = new Set(['recall', 'archive', 'accept'])

export function initialOf(fields: readonly Field[], order: OrderView): Record<string, unknown> {
  return Object.fromEntries(fields.map(field =>
    [field.name, field.initial?.(order) ?? (field.kind === 'tick' ? false : '')]))
}

const blank = (value: unknown) => value === '' || value === null || value === undefined

/** The names of fields that still lack an answer. */
export const missing = (fields: readonly Field[], values: Record<string, unknown>) =>
  fields.filter(field => !field.optional && blank(values[field.name])).map(field => field.name)

/** What goes to the server: no empty answers, and of a correction only what differs. */
export function bodyOf(verb: string, fields: readonly Field[], values: Record<string, unknown>, order: OrderView) {
  return Object.fromEntries(fields
    .filter(field => !blank(values[field.name]))
    .filter(field => verb !== 'correct' || field.name === 'reason' || values[field.name] !== field.initial?.(order))
    .map(field => [field.name, values[field.name]]))
}
