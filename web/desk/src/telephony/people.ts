import { shallowRef } from 'vue'
import { dateOf } from '@minsheng/shared/time-words'
import { get } from '@minsheng/shared/http'
import { momentNow } from '../clock/clock'

interface HallPerson { code: string, name: string, english: string }

const DAYS = 7

/** Who has worked in the hall lately, by the name of the account, which is what the log of a call keeps. */
export const people = shallowRef<ReadonlyMap<string, HallPerson>>(new Map())

let loading: Promise<void> | null = null

export const loadPeople = () => loading ??= load()

async function load() {
  const [from, to] = [dateOf(momentNow() - DAYS * 86_400_000), dateOf(momentNow())]
  const { rows } = await get<{ rows: HallPerson[] }>(`/api/telephony/figures?by=agent&from=${from}&to=${to}`).catch(() => ({ rows: [] }))
  people.value = new Map(rows.map(each => [each.code, each]))
}
