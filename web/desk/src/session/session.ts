import { computed, shallowRef } from 'vue'
import { get, post, remove } from '@minsheng/shared/http'
import type { Role } from '@minsheng/shared/words'
import { followServer } from '../clock/clock'

export interface Person {
  username: string
  name: string
  english: string
  department: string
  departmentName: string
  roles: Role[]
  group: string | null
  mustChangePassword: boolean
}

export interface Session {
  signedIn: boolean
  demo: boolean
  city: { code: string, name: string, english: string, hotline: string }
  simulatedNow: string | null
  person: Person | null
}

export interface DemoPerson {
  username: string
  name: string
  english: string
  role: Role
  departmentName: string
}

/** Who sits here. Read by every screen, hence shared. */
export const session = shallowRef<Session | null>(null)
export const me = computed(() => session.value?.person ?? null)
export const has = (...roles: Role[]) => roles.some(role => me.value?.roles.includes(role))

function keep(answer: Session) {
  session.value = answer
  if (answer.simulatedNow) followServer(answer.simulatedNow)
  return answer
}

export const loadSession = async () => keep(await get<Session>('/api/session'))

export const signIn = async (username: string, password: string) =>
  keep(await post<Session>('/api/session', { username, password }))

export const demoPeople = () => get<DemoPerson[]>('/api/demo/people')

export const signInAs = async (username: string) => keep(await post<Session>('/api/demo/session', { username }))

export async function changePassword(old: string, fresh: string) {
  await post('/api/session/password', { old, fresh })
  await loadSession()
}

export async function signOut() {
  await remove('/api/session')
  session.value = null
  await loadSession()
}
