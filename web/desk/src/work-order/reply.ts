/** 反馈: what a department tells the hotline, and the answer that the citizen reads. */
export interface ReplyText {
  contactedAt: string
  contactHow: string
  factual: string
  result: string
  whyNot: string
  basis: string
  answer: string
  internal: string
  plan: string
  reviewOn: string
}

export const emptyReply = (): ReplyText => ({
  contactedAt: '', contactHow: '', factual: '', result: '', whyNot: '', basis: '', answer: '', internal: '', plan: '', reviewOn: '',
})

export type Remark = 'too-short' | 'empty-phrase' | 'id-number' | 'phone-number'

const EMPTY_PHRASES = /正在(积极)?处理中|高度重视|尽快(解决|处理)|已转(交)?相关部门|耐心等待/
const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/

/** What a reader of the answer would stumble over. Remarks, not prohibitions: the reviewer decides. */
export function remarksOn(answer: string): Remark[] {
  const text = answer.trim()
  if (text === '') return []
  return [
    text.length < 30 ? 'too-short' as const : null,
    EMPTY_PHRASES.test(text) ? 'empty-phrase' as const : null,
    ID_NUMBER.test(text) ? 'id-number' as const : null,
    MOBILE.test(text) ? 'phone-number' as const : null,
  ].filter(remark => remark !== null)
}

/** Blanks that a template leaves: ［地址］ */
export const blanksIn = (answer: string) => answer.match(/［[^］]{1,20}］/g) ?? []

export function missingInReply(reply: ReplyText): (keyof ReplyText)[] {
  const needed: (keyof ReplyText)[] = ['contactHow', 'contactedAt', 'factual', 'result', 'answer']
  if (reply.result !== '' && reply.result !== 'RESOLVED') needed.push('whyNot')
  if (reply.result === 'CONSTRAINED') needed.push('plan', 'reviewOn')
  return needed.filter(field => reply[field].trim() === '')
}
