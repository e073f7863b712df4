import { bodyOf, FIELDS, initialOf, missing, type Field } from './action-fields'
import { emptyDispatch, type DispatchText } from './dispatching'
import { emptyFollowUp, followUpBody, missingInFollowUp, type FollowUpText } from './following-up'
import { emptyReply, missingInReply, type ReplyText } from './reply'
import type { Body, OrderView } from './work-order'

type Values = Record<string, unknown>

/** How one verb is asked for: which form, what it starts with, what is lacking, what is sent. */
export interface Panel {
  form: 'fields' | 'reply' | 'dispatch' | 'follow-up' | 'return'
  fields: readonly Field[]
  /** The buttons beneath; the first that is allowed is the one of Ctrl+Enter. */
  verbs: readonly string[]
  initial: (order: OrderView) => Values
  missing: (verb: string, values: Values) => string[]
  body: (verb: string, values: Values, order: OrderView) => Body
}

export const FOLLOW_UP_VERBS = ['close', 'rework', 'follow-up-attempt'] as const

const filled = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

const REPLY: Panel = {
  form: 'reply',
  fields: [],
  verbs: ['reply'],
  initial: order => ({ ...emptyReply(), ...lastContact(order) }),
  missing: (_, values) => missingInReply(values as unknown as ReplyText),
  body: (_, values) => filled(values),
}

/** The contact that was recorded already is not typed a second time. */
function lastContact(order: OrderView) {
  const contact = [...order.steps].reverse().find(step => step.action === 'RECORD_CONTACT')?.data
  if (typeof contact?.['how'] !== 'string' || typeof contact['at'] !== 'string') return {}
  return { contactHow: contact['how'], contactedAt: contact['at'] }
}

const DISPATCH: Panel = {
  form: 'dispatch',
  fields: [],
  verbs: ['dispatch'],
  initial: () => ({ ...emptyDispatch() }),
  missing: (_, values) => (values as unknown as DispatchText).department === '' ? ['department'] : [],
  body: (_, values) => filled(values),
}

const FOLLOW_UP: Panel = {
  form: 'follow-up',
  fields: [],
  verbs: FOLLOW_UP_VERBS,
  initial: () => ({ ...emptyFollowUp() }),
  missing: (verb, values) => missingInFollowUp(verb, values as unknown as FollowUpText),
  body: (verb, values) => followUpBody(verb, values as unknown as FollowUpText),
}

export function panelFor(verb: string): Panel {
  if (verb === 'reply') return REPLY
  if (verb === 'dispatch') return DISPATCH
  if (FOLLOW_UP_VERBS.some(each => each === verb)) return FOLLOW_UP
  const fields = FIELDS[verb] ?? []
  return {
    form: verb === 'return' ? 'return' : 'fields',
    fields,
    verbs: [verb],
    initial: order => initialOf(fields, order),
    missing: (_, values) => missing(fields, values),
    body: (_, values, order) => bodyOf(verb, fields, values, order),
  }
}
