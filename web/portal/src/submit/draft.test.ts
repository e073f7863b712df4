import { beforeEach, describe, expect, test, vi } from 'vitest'
import { asRequest, contact, discard, draft, isWritten, plainPhone, receipt, received } from './draft'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  discard()
})

function write() {
  Object.assign(draft, { kind: 'ASSISTANCE', body: ' 暖气不热 ', topic: 'UNSURE', address: '东关小区', privacy: 'open' })
  Object.assign(contact, { name: '张先生', phone: '138 0000 1234' })
}

const keptDraft = () => localStorage.getItem('minsheng.draft') ?? ''

describe('a draft', () => {
  test('is kept at every keystroke, with its key', () => {
    draft.body = '暖'
    expect(JSON.parse(keptDraft())).toMatchObject({ body: '暖', key: draft.key })
  })

  test('never keeps who the citizen is', () => {
    write()
    const everything = JSON.stringify({ ...localStorage, ...sessionStorage }) + keptDraft()
    expect(everything).not.toMatch(/138|张先生/)
  })

  test('is found again after the page was closed', async () => {
    write()
    vi.resetModules()
    const again = await import('./draft')
    expect(again.draft).toMatchObject({ body: ' 暖气不热 ', address: '东关小区', key: draft.key })
  })

  test('is thrown away after fourteen days', async () => {
    write()
    localStorage.setItem('minsheng.draft', JSON.stringify({ ...draft, writtenAt: Date.now() - 15 * 86_400_000 }))
    vi.resetModules()
    const again = await import('./draft')
    expect(again.isWritten()).toBe(false)
    expect(keptDraft()).toBe('')
  })

  test('still works where the browser forbids storage', () => {
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('forbidden') })
    expect(() => write()).not.toThrow()
    setItem.mockRestore()
  })

  test('is gone once it was received; number and code stay with the page', () => {
    write()
    received({ number: 'DZ1', queryCode: 'K7', receivedAt: '', next: { zh: '', en: '' } })
    expect(isWritten()).toBe(false)
    expect(contact.phone).toBe('')
    expect(keptDraft()).toBe('')
    expect(receipt.value?.number).toBe('DZ1')
    expect(sessionStorage.getItem('minsheng.receipt')).toContain('K7')
  })
})

describe('the request that is sent', () => {
  test('leaves out what the citizen left open', () => {
    write()
    expect(asRequest()).toEqual({
      kind: 'ASSISTANCE', address: '东关小区', body: '暖气不热', name: '张先生', phone: '13800001234',
      confidential: false, anonymous: false,
    })
  })

  test('names nobody when it is anonymous, even if a telephone was written before', () => {
    write()
    draft.privacy = 'anonymous'
    expect(asRequest()).toMatchObject({ anonymous: true, confidential: true })
    expect(asRequest()).not.toHaveProperty('phone')
    expect(asRequest()).not.toHaveProperty('name')
  })

  test.each([['+86 138-0000 1234', '13800001234'], ['１３８００００１２３４', '13800001234'], ['(0312) 2550001', '03122550001']])(
    'reads %s as %s', (written, plain) => expect(plainPhone(written)).toBe(plain))
})
