import { afterEach, describe, expect, test, vi } from 'vitest'
import { get, onSignedOut, query } from './http'
import type { Problem } from './problem'

const answering = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', vi.fn(answer))
const failing = () => get('/api/x').then(() => null, (thrown: Problem) => thrown)

afterEach(() => vi.unstubAllGlobals())

describe('a call that fails', () => {
  test('carries the words that the server wrote for the user', async () => {
    answering(async () => Response.json({ type: '/problems/action-not-allowed', detail: '现在不能退单' }, { status: 409 }))
    expect(await failing()).toMatchObject({ code: 'action-not-allowed', message: '现在不能退单', status: 409 })
  })

  test('is unreachable when the line is down, and while the server restarts behind its front', async () => {
    answering(() => Promise.reject(new TypeError('offline')))
    expect((await failing())?.unreachable).toBe(true)
    answering(async () => new Response('<html>', { status: 502 }))
    expect((await failing())?.unreachable).toBe(true)
  })

  test('tells the page when the session has ended', async () => {
    const ended = vi.fn()
    onSignedOut(ended)
    answering(async () => Response.json({ type: '/problems/not-signed-in' }, { status: 401 }))
    await failing()
    expect(ended).toHaveBeenCalledOnce()
  })
})

test('a query leaves out what is empty', () => {
  expect(query({ view: 'all', q: '', due: null, size: 50 })).toBe('?view=all&size=50')
  expect(query({ q: undefined })).toBe('')
})
