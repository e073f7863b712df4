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
  await person.open('/desk/answer')
  await bar(person).getByRole('button', { name: '签入座席' }).click()
  await person.page.getByRole('dialog', { name: '签入座席' }).getByLabel('其他空座席').selectOption(seat)
  await state(person, '示闲').waitFor()
  await person.isHearing()
}

/** Gives the seat back, so that the next story finds the hall as it was. */
export async function away(person) {
  await person.post('/api/telephony/seat/hang-up', {}).catch(() => undefined)
  await person.post('/api/telephony/seat/state', { state: 'NOT_READY' }).catch(() => undefined)
  await person.post('/api/telephony/seat/sign-out', {}).catch(() => undefined)
}

/** Somebody calls, as the demonstration lets them. */
export const rings = (person, caller) => person.post('/api/demo/calls', { patienceSeconds: 120, ...caller })

export const speaks = person => state(person, '通话').waitFor()
