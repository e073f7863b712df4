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

/** Blanks that a template leaves: ［地址］ */
export const blanksIn = (answer: string) => answer.match(/［[^］]{1,20}］/g) ?? []

export function missingInReply(reply: ReplyText): (keyof ReplyText)[] {
  const needed: (keyof ReplyText)[] = ['contactHow', 'contactedAt', 'factual', 'result', 'answer']
  if (reply.result !== '' && reply.result !== 'RESOLVED') needed.push('whyNot')
  if (reply.result === 'CONSTRAINED') needed.push('plan', 'reviewOn')
  return needed.filter(field => reply[field].trim() === '')
}
