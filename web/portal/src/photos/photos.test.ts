import { expect, test, vi } from 'vitest'
import * as client from '../api/client'
import * as portal from '../api/portal'
import * as shrinking from './shrink'
import { usePhotos } from './sending'

const attach = vi.spyOn(portal, 'attach')
const shrink = vi.spyOn(shrinking, 'shrink')
const file = (name: string) => new File(['x'], name, { type: 'image/heic' })

test('sends photos one after another and tries a lost one again as the same', async () => {
  shrink.mockResolvedValue(new Blob(['small']))
  attach.mockResolvedValue({})
  attach.mockResolvedValueOnce({}).mockRejectedValueOnce(new client.Problem('no-network', 0, '网络不通'))
  const { photos, sent, add, send } = usePhotos(() => ({ number: 'DZ1', code: 'K7' }))

  await add([file('a.heic'), file('b.png')])
  expect(photos.map(photo => photo.state)).toEqual(['sent', 'failed'])
  await send(photos[1]!)

  expect(sent.value).toBe(2)
  expect(attach.mock.calls.map(call => call[2])).toEqual(['a.jpg', 'b.jpg', 'b.jpg'])
  expect(attach.mock.calls[1]?.[3]).toBe(attach.mock.calls[2]?.[3])
})

test('refuses, rather than sends with its place, a photo it cannot redraw', async () => {
  attach.mockReset()
  shrink.mockRejectedValue(new Error('unreadable'))
  const { photos, add } = usePhotos(() => ({ number: 'DZ1', code: 'K7' }))
  await add([file('a.heic')])
  expect(photos[0]?.why).toContain('打不开')
  expect(attach).not.toHaveBeenCalled()
})

test('makes large photos smaller and small ones never larger', () => {
  expect(shrinking.fitting(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(shrinking.fitting(800, 600)).toEqual({ width: 800, height: 600 })
})
