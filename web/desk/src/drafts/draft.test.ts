import { effectScope, nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PAUSE, useDraft } from './draft'

interface Text { words: string }

const calls: { method: string, path: string, body?: string }[] = []
let online = true
let kept: Text | null = null

function server(path: string, init: RequestInit = {}) {
  const method = init.method ?? 'GET'
  calls.push({ method, path, body: init.body as string | undefined })
  if (!online) return Promise.reject(new TypeError('offline'))
  if (method === 'GET') {
    return Promise.resolve(kept ? Response.json(kept) : Response.json({ type: '/problems/not-found' }, { status: 404 }))
  }
  return Promise.resolve(new Response(null, { status: 204 }))
}

const puts = () => calls.filter(call => call.method === 'PUT')

describe('a draft', () => {
  let scope = effectScope()

  function typing() {
    scope = effectScope()
    const text = ref<Text>({ words: '' })
    const draft = scope.run(() => useDraft(() => 'order:1:reply', text, ({ words }) => words === ''))!
    return { text, draft }
  }

  async function type(text: { value: Text }, words: string) {
    text.value.words = words
    await nextTick()
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', vi.fn(server))
    localStorage.clear()
    calls.length = 0
    online = true
    kept = null
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('goes to the server at a pause in typing, once', async () => {
    const { text, draft } = typing()
    await type(text, '已上')
    await vi.advanceTimersByTimeAsync(PAUSE - 100)
    await type(text, '已上门')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(puts()).toEqual([{ method: 'PUT', path: '/api/drafts/order%3A1%3Areply', body: '{"words":"已上门"}' }])
    expect(draft.state.value).toBe('saved')
  })

  test('stays in this browser while the server cannot be reached, and goes there as soon as it can', async () => {
    const { text, draft } = typing()
    online = false
    await type(text, '断网也不能丢')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(draft.state.value).toBe('kept-here')
    expect(Object.values({ ...localStorage }).join()).toContain('断网也不能丢')

    online = true
    await vi.advanceTimersByTimeAsync(5000)
    expect(draft.state.value).toBe('saved')
    expect(localStorage).toHaveLength(0)
  })

  test('comes back when the form is opened again', async () => {
    kept = { words: '写到一半' }
    const { text, draft } = typing()
    await draft.restore()
    expect(text.value.words).toBe('写到一半')
    expect(draft.restored.value).toBe(true)
  })

  test('never overwrites words typed while it was on its way', async () => {
    kept = { words: '旧草稿' }
    const { text, draft } = typing()
    const restoring = draft.restore()
    text.value.words = '新写的'
    await restoring
    expect(text.value.words).toBe('新写的')
  })

  test('is saved at once when the form goes away before the pause is over', async () => {
    const { text } = typing()
    await type(text, '刚写下')
    scope.stop()
    expect(puts()).toHaveLength(1)
  })

  test('is deleted when everything is taken out again', async () => {
    const { text } = typing()
    await type(text, '写')
    await vi.advanceTimersByTimeAsync(PAUSE)
    await type(text, '')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(calls.at(-1)?.method).toBe('DELETE')
  })

  describe('of one call beside that of another', () => {
    interface Said { call: string, words: string }

    function answering() {
      scope = effectScope()
      const text = ref<Said>({ call: 'a', words: '' })
      const draft = scope.run(() => useDraft(() => `desk:${text.value.call}`, text, ({ words }) => words === ''))!
      return { text, draft }
    }

    test('is put away under its own key when the next call is answered, and none of it is lost', async () => {
      const { text, draft } = answering()
      text.value.words = '水管漏'
      await nextTick()
      await draft.turn({ call: 'b', words: '' })
      expect(text.value).toEqual({ call: 'b', words: '' })
      expect(puts()).toEqual([{ method: 'PUT', path: '/api/drafts/desk%3Aa', body: '{"call":"a","words":"水管漏"}' }])
    })

    test('is kept in this browser under its own key when the line breaks just then', async () => {
      const { text, draft } = answering()
      online = false
      text.value.words = '水管漏'
      await nextTick()
      await draft.turn({ call: 'b', words: '' })
      await vi.advanceTimersByTimeAsync(PAUSE)
      expect(localStorage.getItem('minsheng.draft..desk:a')).toBe('{"call":"a","words":"水管漏"}')
      expect(localStorage.getItem('minsheng.draft..desk:b')).toBeNull()
    })

    test('does not land in the next call when it comes from the server late', async () => {
      const { text, draft } = answering()
      kept = { words: '旧话' }
      const late = draft.turn({ call: 'a', words: '' })
      kept = null
      const next = draft.turn({ call: 'b', words: '' })
      await Promise.all([late, next])
      expect(text.value).toEqual({ call: 'b', words: '' })
    })

    test('goes when it has been sent, though the next words belong to no call', async () => {
      const { text, draft } = answering()
      text.value.words = '水管漏'
      await nextTick()
      await draft.clear({ call: '', words: '' })
      expect(calls.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/drafts/desk%3Aa' })
      expect(text.value.call).toBe('')
    })
  })
})
