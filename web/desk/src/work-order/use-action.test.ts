import { afterEach, describe, expect, test, vi } from 'vitest'
import { sampleOrder, sent } from './sample'
import { useAction } from './use-action'

const order = sampleOrder()
afterEach(() => vi.unstubAllGlobals())

function answering(...answers: (() => Promise<Response>)[]) {
  const fetched = vi.fn<typeof fetch>(() => answers.shift()!())
  vi.stubGlobal('fetch', fetched)
  return (call: number) => fetched.mock.calls[call]![1]!.headers as Headers
}

const offline = () => Promise.reject(new TypeError('offline'))
const fine = () => Promise.resolve(Response.json(sent(order)))
const problem = (type: string, status: number, more = {}) => () =>
  Promise.resolve(Response.json({ type: `/problems/${type}`, title: '', status, ...more }, { status }))

describe('an action', () => {
  test('names the version it was decided on', async () => {
    const headers = answering(fine)
    await useAction().send(order, 'accept', {})
    expect(headers(0).get('If-Match')).toBe('"3"')
  })

  test('is repeated under the same key when nobody knows whether it arrived', async () => {
    const headers = answering(offline, fine)
    const action = useAction()
    expect(await action.send(order, 'accept', {})).toBeNull()
    await action.send(order, 'accept', {})
    expect(headers(1).get('Idempotency-Key')).toBe(headers(0).get('Idempotency-Key'))
  })

  test('gets a new key once the server has answered', async () => {
    const headers = answering(problem('invalid', 422), fine)
    const action = useAction()
    await action.send(order, 'accept', {})
    await action.send(order, 'accept', {})
    expect(headers(1).get('Idempotency-Key')).not.toBe(headers(0).get('Idempotency-Key'))
  })

  test('tells a change made meanwhile from a refusal', async () => {
    answering(problem('changed-meanwhile', 409, { changedByName: '何静', changedAt: '', change: 'NOTE', version: 4 }), fine, problem('action-not-allowed', 409, { detail: '不得再退' }))
    const { send, conflict, problem: refused } = useAction()
    await send(order, 'return', {})
    expect(conflict.value?.changedByName).toBe('何静')
    expect(refused.value).toBeNull()

    await send(order, 'return', {})
    expect(conflict.value).toBeNull()
    expect(refused.value?.message).toBe('不得再退')
  })
})
