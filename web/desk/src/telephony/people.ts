import { shallowRef } from 'vue'
import { get } from '@minsheng/shared/http'

interface HallPerson { username: string, name: string, english: string, group: string | null }

/** Everybody who may sit in the hall, by the name of the account, which is what the log keeps. */
export const people = shallowRef<ReadonlyMap<string, HallPerson>>(new Map())

export async function loadPeople() {
  const all = await get<HallPerson[]>('/api/telephony/people').catch(() => [])
  people.value = new Map(all.map(each => [each.username, each]))
}
