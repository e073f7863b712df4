import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newKey, post, Problem } from './client'

const fetching = vi.fn()

beforeEach(() => {
  vi.stubGlobal('fetch', fetching)
  document.cookie = 'XSRF-TOKEN=token%3D1'
})

afterEach(() => {
  vi.unstubAllGlobals()
  fetching.mockReset()
})

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const sentHeaders = (call = 0) => fetching.mock.calls[call]?.[1].headers as Record<string, string>

test('sends the key, the language and the token against forged requests', async () => {
  fetching.mockResolvedValue(answer(201, { number: '1' }))

  await post('/api/portal/requests', {}, 'the-key')

  expect(sentHeaders()).toMatchObject({
    'Idempotency-Key': 'the-key', 'X-XSRF-TOKEN': 'token=1', 'Accept-Language': 'zh',
  })
})

test('fetches a new token once when the old one is refused, and keeps the key', async () => {
  for (const status of [403, 200, 201]) fetching.mockResolvedValueOnce(answer(status, {}))

  await post('/api/portal/requests', {}, 'the-key')

  expect(fetching.mock.calls.map(([path]) => path)).toEqual(
    ['/api/portal/requests', '/api/session', '/api/portal/requests'])
  expect(sentHeaders(2)['Idempotency-Key']).toBe('the-key')
})

test('hands on the words of a problem', async () => {
  const errors = [{ pointer: '/phone', detail: '电话不对' }]
  fetching.mockResolvedValue(answer(422, { type: '/problems/invalid', detail: '请改一下', errors }))

  const problem = await post('/api/portal/requests', {}).catch(reason => reason as Problem)

  expect(problem).toMatchObject({ code: 'invalid', status: 422, message: '请改一下', errors, unanswered: false })
})

test('says in plain words that the network is down, and that nobody knows whether it arrived', async () => {
  fetching.mockRejectedValue(new TypeError('Failed to fetch'))

  const problem = await post('/api/portal/requests', {}).catch(reason => reason as Problem)

  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ code: 'no-network', unanswered: true })
  expect((problem as Problem).message).toContain('网络不通')
})

test('survives a gateway that answers in HTML', async () => {
  fetching.mockResolvedValue(new Response('<h1>502</h1>', { status: 502 }))

  const problem = await post('/api/portal/requests', {}).catch(reason => reason as Problem)

  expect(problem).toMatchObject({ status: 502, unanswered: true })
})

test('makes keys in the form of a UUID', () => {
  expect(newKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
