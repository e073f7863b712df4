import { beforeEach, expect, test, vi } from 'vitest'
import { answersFor } from './owner'

const person = vi.hoisted(() => ({ roles: [] as string[], department: '' }))
vi.mock('../session/session', () => ({ has: (...roles: string[]) => roles.some(role => person.roles.includes(role)), me: { get value() { return person } } }))
vi.mock('../reference/reference', () => ({
  departmentOf: (code: string) => ({ hotline: { kind: 'HOTLINE', parent: null }, zjj: { kind: 'BUREAU', parent: null }, 'zjj-2': { kind: 'SUBUNIT', parent: 'zjj' } })[code],
}))

beforeEach(() => Object.assign(person, { roles: ['HEAD'], department: 'zjj' }))

test('a department answers for its own and for what lies beneath it', () => {
  expect(['zjj', 'zjj-2', 'hotline', null].map(answersFor)).toEqual([true, true, false, false])
})

test('a supervisor answers for what the hotline itself has written, and for nothing else', () => {
  Object.assign(person, { roles: ['SUPERVISOR'], department: 'hotline' })
  expect(['hotline', 'zjj'].map(answersFor)).toEqual([true, false])
})
