import { until } from './patience.mjs'

/** What people do with the telephone of the desk, by what they see of it. */

/** 通话条. */
export const bar = person => person.page.getByRole('group', { name: '电话' })

export const state = (person, words) => bar(person).getByRole('button', { name: new RegExp(`我的状态：${words}`) })

/** A button of the bar, by its word. */
export const key = (person, words) => bar(person).getByRole('list', { name: '电话' }).getByRole('button', { name: words, exact: true })

/** The strip that shows who calls while it rings. */
export const pop = person => person.page.getByRole('region', { name: '来电', exact: true })

/** Signs in at a seat and is ready for calls. */
export async function ready(person, seat) {
  await away(person)
  seated.add(person)
  await person.open('/desk/answer')
  await bar(person).getByRole('button', { name: '签入座席' }).click()
  await person.page.getByRole('dialog', { name: '签入座席' }).getByLabel('其他空座席').selectOption(seat)
  await state(person, '示闲').waitFor()
  await person.isHearing()
}

const seated = new Set()

async function away(person) {
  for (const [verb, body] of [['hang-up', {}], ['state', { state: 'NOT_READY' }], ['sign-out', {}]]) {
    await person.post(`/api/telephony/seat/${verb}`, body).catch(() => undefined)
  }
}

/** After a story: everybody who sat down has given the seat back. */
export async function empty() {
  await Promise.all([...seated].map(away))
  // A caller whom the story left waiting would ring at the next one's seat.
  const [last] = seated
  if (last) await until(async () => (await last.get('/api/telephony/seat')).hall.waiting === 0, 'an empty queue', 70_000).catch(() => undefined)
  seated.clear()
}

/** Somebody calls, as the demonstration lets them. */
export const rings = (person, caller) => person.post('/api/demo/calls', { patienceSeconds: 60, ...caller })

export const speaks = person => state(person, '通话').waitFor()
